package org.ocppbridge.adapter.config;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The side of the chargers.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param aliases paths besides {@code /ocpp} that are served, with everything below them
 * @param publicUrl where chargers reach this bridge: From of the commands sent to them; empty: made
 *     from host and port
 * @param limits limits of one request and of all in work
 * @param timeouts how long a request may take
 * @param rate requests a second
 * @param tls the certificate to serve with, and whose client certificates to trust; empty: plain
 *     HTTP
 * @param callback where chargers may be called, unless their own entry says otherwise
 * @param proxies the proxies in front
 */
public record SoapConfig(
    String host,
    int port,
    List<String> aliases,
    Optional<URI> publicUrl,
    Limits limits,
    Timeouts timeouts,
    Rates rate,
    Optional<SoapTls> tls,
    Callback callback,
    Proxies proxies) {

  public SoapConfig {
    aliases = List.copyOf(aliases);
  }

  /**
   * The proxies in front.
   *
   * @param trusted their addresses: what they say of the client is believed
   * @param proxyProtocol whether connections begin with the line of the PROXY protocol; then only
   *     these proxies may connect
   */
  public record Proxies(List<Cidr> trusted, boolean proxyProtocol) {

    /** There are none. */
    public static final Proxies NONE = new Proxies(List.of(), false);

    public Proxies {
      trusted = List.copyOf(trusted);
    }

    /** Whether an address is one of theirs. */
    public boolean trusts(InetAddress address) {
      return trusted.stream().anyMatch(range -> range.contains(address));
    }
  }

  /**
   * Limits of requests.
   *
   * @param body bytes of a body as received
   * @param inflated bytes of a gzip or deflate body when inflated
   * @param bodies bytes of all bodies under way together
   * @param depth nesting of XML elements
   * @param inWork requests worked on at the same time
   * @param waiting requests waiting for the CSMS at the same time
   * @param connections open connections
   * @param answer bytes of a charger's answer to a command
   * @param refusalLines log lines about refused requests of one address within 10 s
   */
  public record Limits(
      int body,
      int inflated,
      int bodies,
      int depth,
      int inWork,
      int waiting,
      int connections,
      int answer,
      int refusalLines) {}

  /**
   * Times of a request.
   *
   * @param body longest time that it may take to arrive
   * @param idle how long a connection may be silent, also while its request is worked on
   * @param drain how long stopping waits for requests in work
   */
  public record Timeouts(Duration body, Duration idle, Duration drain) {}

  /**
   * Requests a second.
   *
   * @param perCharger of one known charger
   * @param refusedPerSource of one address, counting those that were refused
   * @param perSource of one address; off because many chargers share one behind NAT or a proxy
   */
  public record Rates(Rate perCharger, Rate refusedPerSource, Rate perSource) {}
}
