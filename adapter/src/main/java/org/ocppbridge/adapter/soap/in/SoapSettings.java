package org.ocppbridge.adapter.soap.in;

import java.time.Duration;
import java.util.List;
import org.ocppbridge.mappings.soap.envelope.Limits;

/**
 * Settings of the SOAP server.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param aliases paths served besides {@value #PATH}, each with all below it
 * @param maxBody bytes of a request's body as sent
 * @param maxInflated bytes of a request's body after decompression
 * @param xml limits of the XML in it
 * @param maxInWork requests worked on at once; above it none is taken on
 * @param maxConnections open connections; above it none is accepted
 * @param bodyTimeout longest time a request may take to arrive
 * @param idleTimeout how long a connection may be silent, also while its request is worked on
 * @param drainTimeout how long closing waits for requests in work
 */
public record SoapSettings(
    String host,
    int port,
    List<String> aliases,
    int maxBody,
    int maxInflated,
    Limits xml,
    int maxInWork,
    int maxConnections,
    Duration bodyTimeout,
    Duration idleTimeout,
    Duration drainTimeout) {

  /** Where SOAP is served always. */
  public static final String PATH = "/ocpp";

  /** The defaults. */
  public static final SoapSettings DEFAULT =
      new SoapSettings(
          "0.0.0.0",
          8080,
          List.of(),
          1_000_000,
          4_000_000,
          Limits.DEFAULT,
          2_000,
          20_000,
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(10));

  public SoapSettings {
    aliases = List.copyOf(aliases);
  }

  /** The same, listening elsewhere. */
  public SoapSettings at(String newHost, int newPort) {
    return new SoapSettings(
        newHost,
        newPort,
        aliases,
        maxBody,
        maxInflated,
        xml,
        maxInWork,
        maxConnections,
        bodyTimeout,
        idleTimeout,
        drainTimeout);
  }

  /** The same with other limits of what is read. */
  public SoapSettings limited(int newMaxBody, int newMaxInflated, Limits newXml, int newMaxInWork) {
    return new SoapSettings(
        host,
        port,
        aliases,
        newMaxBody,
        newMaxInflated,
        newXml,
        newMaxInWork,
        maxConnections,
        bodyTimeout,
        idleTimeout,
        drainTimeout);
  }

  /** The same with these aliases. */
  public SoapSettings aliased(List<String> newAliases) {
    return new SoapSettings(
        host,
        port,
        newAliases,
        maxBody,
        maxInflated,
        xml,
        maxInWork,
        maxConnections,
        bodyTimeout,
        idleTimeout,
        drainTimeout);
  }
}
