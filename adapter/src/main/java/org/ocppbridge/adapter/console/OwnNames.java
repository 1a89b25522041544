package org.ocppbridge.adapter.console;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names this port is asked by, against DNS rebinding: a page of {@code evil.example}, whose
 * name resolves to this machine the second time, is of one origin with the port for its browser,
 * but has to say {@code Host: evil.example}. Addresses cannot be rebound, and are let through, as
 * is a request without a Host, which no browser sends.
 */
final class OwnNames {

  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^\\[\\]:]{1,255})(?::\\d{1,5})?");

  /** RFC 9110 section 15.5.20. */
  private static final int MISDIRECTED = 421;

  /** Are asked by machines by any name, and tell nothing. */
  private static final Set<String> HEALTH = Set.of("/health/live", "/health/ready");

  private final Set<String> names;

  /**
   * @param names what it is called besides {@code localhost}; without ports
   */
  OwnNames(Collection<String> names) {
    this.names = names.stream().map(OwnNames::normal).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a request asks for this port by a name of its own, or for its health only. */
  boolean isMeant(HttpServerExchange exchange) {
    if (HEALTH.contains(exchange.getRequestPath())) {
      return true;
    }
    HeaderValues host = exchange.getRequestHeaders().get(Headers.HOST);
    return host == null || (host.size() == 1 && isOurs(host.getFirst()));
  }

  /** Says what to do about it. */
  static void refuse(HttpServerExchange exchange) {
    exchange.setPersistent(false);
    exchange.setReasonPhrase("Misdirected Request");
    Connectors.terminateRequest(exchange);
    Replies.text(
        exchange,
        MISDIRECTED,
        "this Host is not a name of the admin port; if it should be, list it in admin.hosts\n");
  }

  boolean isOurs(String host) {
    Matcher form = HOST.matcher(host);
    if (!form.matches()) {
      return false;
    }
    String name = normal(form.group(1));
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || names.contains(name)
        || isAddress(name);
  }

  private static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static boolean isAddress(String name) {
    try {
      return InetAddress.ofLiteral(name) != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
