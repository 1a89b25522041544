package org.ocppbridge.adapter.soap;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of a From address as the field writes it. Pure; asks no name server. */
public final class CallbackText {

  /** Longest address taken. */
  public static final int LENGTH_MAX = 1_000;

  private static final Pattern ANONYMOUS = Pattern.compile(".*/addressing/(role/)?anonymous/?");
  private static final Pattern NO_HOST = Pattern.compile("(?i)(https?)://(?=[:/])");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private CallbackText() {}

  /** Whether the text names no address: empty, or the anonymous one. */
  public static boolean saysNothing(String from) {
    String text = from.strip();
    return text.isEmpty() || ANONYMOUS.matcher(text).matches();
  }

  /**
   * Reads an address. One without host, such as {@code http://:8082/}, gets the host the request came
   * from.
   *
   * @return empty if it is no http or https address
   */
  public static Optional<URI> parse(String from, InetAddress source) {
    String text = from.strip();
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String whole = NO_HOST.matcher(text).replaceFirst("$1://" + host(source));
    try {
      URI uri = new URI(whole);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https"))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getPort() <= 65_535;
      return usable ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The IP address if the host is one; empty if it is a name. */
  public static Optional<InetAddress> literal(URI address) {
    String host = address.getHost();
    boolean ip = host.startsWith("[") || IPV4.matcher(host).matches();
    try {
      return ip ? Optional.of(InetAddress.ofLiteral(unbracketed(host))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Scheme, host and port, for people; path and query may hold secrets. */
  public static String shown(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String host(InetAddress source) {
    String text = source.getHostAddress().replaceFirst("%.*", "");
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
