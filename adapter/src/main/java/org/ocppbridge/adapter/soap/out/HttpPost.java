package org.ocppbridge.adapter.soap.out;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP POST.
 *
 * @param address {@code http} or {@code https} with a host; user information and fragment are not
 *     sent
 * @param headers sent besides Host, Content-Length and Connection, in this order
 * @param body what is posted
 * @param closeConnection whether to announce {@code Connection: close}. The connection serves one
 *     exchange either way
 * @param connect longest time to resolve the name, connect and, for {@code https}, shake hands
 * @param total longest time for everything
 */
record HttpPost(
    URI address,
    Map<String, String> headers,
    byte[] body,
    boolean closeConnection,
    Duration connect,
    Duration total) {

  boolean secure() {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  int port() {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return secure() ? 443 : 80;
  }

  /** The host without the brackets of an IPv6 literal. */
  String host() {
    String host = address.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Value of the Host header: the name as configured, never the address it resolved to. */
  String hostHeader() {
    return address.getPort() >= 0 ? address.getHost() + ":" + address.getPort() : address.getHost();
  }

  /** Path and query as they go on the request line. */
  String target() {
    URI encoded = URI.create(address.toASCIIString());
    String path = encoded.getRawPath().isEmpty() ? "/" : encoded.getRawPath();
    return encoded.getRawQuery() == null ? path : path + "?" + encoded.getRawQuery();
  }
}
