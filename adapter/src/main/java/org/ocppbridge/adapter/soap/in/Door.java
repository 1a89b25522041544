package org.ocppbridge.adapter.soap.in;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * The listeners besides and around the plain one, and whom they believe.
 *
 * @param tls makes the main port HTTPS; empty: it is plain HTTP
 * @param plainPort a second, plain port beside TLS
 * @param old a port of its own for old versions of TLS
 * @param proxy whether an address is one of a trusted proxy
 * @param proxyProtocol whether each connection begins with the line of the PROXY protocol
 */
public record Door(
    Optional<Tls> tls,
    OptionalInt plainPort,
    Optional<Old> old,
    Predicate<InetAddress> proxy,
    boolean proxyProtocol) {

  /** Plain HTTP, and no proxy. */
  public static final Door PLAIN =
      new Door(Optional.empty(), OptionalInt.empty(), Optional.empty(), address -> false, false);

  /**
   * HTTPS.
   *
   * @param context with the certificate
   * @param clients whether clients are asked for a certificate
   * @param versions protocol versions
   * @param suites picks the cipher suites of those that this Java can do
   */
  public record Tls(
      SSLContext context, Clients clients, List<String> versions, UnaryOperator<String[]> suites) {

    public Tls {
      versions = List.copyOf(versions);
    }

    /** The suites to enable. */
    String[] enabled() {
      return suites.apply(context.getSupportedSSLParameters().getCipherSuites());
    }
  }

  /** Whether clients are asked for a certificate. */
  public enum Clients {
    NOT_ASKED,
    MAY,
    MUST
  }

  /** A listener for old versions. */
  public record Old(int port, Tls tls) {}
}
