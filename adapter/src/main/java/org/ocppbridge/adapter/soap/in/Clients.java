package org.ocppbridge.adapter.soap.in;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.SSLSessionInfo;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.ocppbridge.adapter.soap.Proof;

/**
 * Who is at the other end: the connection's other end, or, when that is a trusted proxy, whom it
 * names. X-Forwarded-For is read from its end, for its begin is whatever the client wrote there:
 * the last address that is no trusted proxy is the client's.
 */
final class Clients {

  /** Most addresses looked at. */
  private static final int HOPS_MAX = 16;

  private final Predicate<InetAddress> trusted;

  /**
   * @param trusted whether an address is one of a proxy that is believed
   */
  Clients(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
  }

  /** Makes the client the source of the exchange. */
  void tell(HttpServerExchange exchange) {
    InetSocketAddress peer = exchange.getSourceAddress();
    if (trusted.test(peer.getAddress())) {
      client(exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR))
          .ifPresent(
              client -> exchange.setSourceAddress(new InetSocketAddress(client, peer.getPort())));
    }
  }

  /** What came with the request; to be asked after {@link #tell}. */
  Proof proof(HttpServerExchange exchange) {
    InetSocketAddress peer = exchange.getConnection().getPeerAddress(InetSocketAddress.class);
    boolean proxied = trusted.test(peer.getAddress());
    String outside = exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_PROTO);
    SSLSessionInfo tls = exchange.getConnection().getSslSessionInfo();
    boolean encrypted =
        proxied ? "https".equalsIgnoreCase(outside) || outside == null && tls != null : tls != null;
    return new Proof(
        exchange.getRequestPath(),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION)),
        certificate(tls),
        encrypted);
  }

  private static Optional<X509Certificate> certificate(SSLSessionInfo tls) {
    if (tls == null) {
      return Optional.empty();
    }
    try {
      Certificate[] chain = tls.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate first
          ? Optional.of(first)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException | io.undertow.server.RenegotiationRequiredException none) {
      return Optional.empty();
    }
  }

  private Optional<InetAddress> client(HeaderValues values) {
    if (values == null) {
      return Optional.empty();
    }
    List<String> hops = new ArrayList<>();
    values.forEach(value -> hops.addAll(List.of(value.split(",", -1))));
    Optional<InetAddress> client = Optional.empty();
    for (String hop : hops.reversed().stream().limit(HOPS_MAX).toList()) {
      Optional<InetAddress> address = address(hop.strip());
      if (address.isEmpty()) {
        return client;
      }
      client = address;
      if (!trusted.test(address.get())) {
        return client;
      }
    }
    return client;
  }

  /** An address, perhaps with a port, as proxies write it; never a name. */
  private static Optional<InetAddress> address(String hop) {
    String text = hop.toLowerCase(Locale.ROOT);
    if (text.startsWith("[")) {
      text = text.substring(1, Math.max(1, text.indexOf(']')));
    } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
      text = text.substring(0, text.indexOf(':'));
    }
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
