package org.ocppbridge.adapter.soap.out;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address in a From header, taken apart. User information and fragment are dropped.
 *
 * @param host name or IP literal as written, IPv6 without brackets; empty if left out
 * @param port -1 if left out
 * @param target raw path and query
 */
record FromText(String scheme, String host, int port, String target) {

  /** Field chargers write {@code http://:8082/}, for example Schneider's (FF A9). */
  private static final Pattern HTTP =
      Pattern.compile(
          "(?i)(https?)://(?:[^/?#@]*@)?(\\[[0-9a-f:.]+]|[^/?#:@\\[\\]]*)(?::(\\d{1,5})?)?((?:/[^?#]*)?(?:\\?[^#]*)?)(?:#.*)?");

  /**
   * Names whose last label is a number are IP addresses in disguise, {@code 2130706433} for
   * example.
   */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?\\d+");

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /**
   * Reads an absolute http or https address; empty for all else, the anonymous address included.
   */
  static Optional<FromText> parse(String text) {
    Matcher matcher = HTTP.matcher(text);
    if (!matcher.matches() || text.contains("/addressing/") && !text.contains("?")) {
      return Optional.empty();
    }
    int port = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
    String host = matcher.group(2).replaceAll("[\\[\\]]", "");
    FromText from =
        new FromText(matcher.group(1).toLowerCase(Locale.ROOT), host, port, matcher.group(4));
    return from.isUsable() ? Optional.of(from) : Optional.empty();
  }

  private boolean isUsable() {
    if (port == 0 || port > 0xffff || isDisguised()) {
      return false;
    }
    try {
      return host.isEmpty() || asWritten().getHost() != null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private boolean isDisguised() {
    return !host.contains(":") && NUMBER.matcher(host).matches() && !IPV4.matcher(host).matches();
  }

  /**
   * The IP address, if it is one; the source for no host and for the unspecified address, with both
   * of which a charger says that it does not know its own. Empty for a name.
   */
  Optional<InetAddress> literal(InetAddress source) {
    if (host.isEmpty()) {
      return Optional.of(source);
    }
    if (!host.contains(":") && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    InetAddress address = InetAddress.ofLiteral(host);
    return Optional.of(address.isAnyLocalAddress() ? source : address);
  }

  /** This address with the host as it was written. */
  URI asWritten() {
    return at(host, port);
  }

  /** This address at another host. */
  URI at(InetAddress host) {
    return at(host.getHostAddress().replaceFirst("%.*", ""), port);
  }

  /** This address at the host and port of another. */
  URI at(URI other) {
    return at(other.getHost().replaceAll("[\\[\\]]", ""), other.getPort());
  }

  private URI at(String host, int port) {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + bracketed + (port < 0 ? "" : ":" + port) + target);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }
}
