package org.ocppbridge.adapter.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Target;

/**
 * A CSMS.
 *
 * @param url {@code ws} or {@code wss}; the identity is appended after a slash, percent-encoded
 *     once
 * @param protocol what it speaks
 * @param user Basic user of chargers that have none of their own, with {@code {id}} for the CSMS's
 *     identity of the charger
 * @param password Basic password of chargers that have none of their own; empty: no Authorization
 *     header
 * @param tls whom to trust, and our own certificate
 * @param connectRate new links a second, all chargers of this target together
 * @param handshakesMax links being opened at the same time
 * @param drainRate messages a second that waited while it was away, all chargers of this target
 *     together
 * @param reconnect waits between tries
 * @param maxFrame longest message accepted from it, in bytes
 * @param pingInterval time between pings; zero sends none
 * @param pongTimeout longest silence after a ping
 * @param handshakeTimeout longest time from dialling to the agreed subprotocol
 * @param callTimeout longest wait for the answer to a CALL before it counts as unanswered
 * @param celcius whether the unit of temperature is spelt {@code Celcius}, as the 1.6J schema has
 *     it
 * @param assumedBoot whether it gets a BootNotification, vendor and model {@code Unknown}, of a
 *     charger that speaks but never made one
 * @param acceptUnverifiedSigned whether its SignedUpdateFirmware is carried out although nobody
 *     checks the signature
 * @param security how its chargers' connections may be made more secure
 * @param traits what holds for its chargers unless they say otherwise
 */
public record TargetConfig(
    URI url,
    Target protocol,
    String user,
    Optional<Password> password,
    TlsConfig tls,
    int connectRate,
    int handshakesMax,
    int drainRate,
    Reconnect reconnect,
    int maxFrame,
    Duration pingInterval,
    Duration pongTimeout,
    Duration handshakeTimeout,
    Duration callTimeout,
    boolean celcius,
    boolean assumedBoot,
    boolean acceptUnverifiedSigned,
    Security security,
    Traits traits) {

  /**
   * What the CSMS may change of the connections to it.
   *
   * @param url {@code wss}: where it is reached with security profile 2 or 3, if {@code url} is
   *     {@code ws}
   * @param hosts further hosts, perhaps with a port, that it may name for connections and uploads
   * @param operator name of the operator, for certificates; empty text: the CSMS sets it
   * @param events whether it is told security events in 1.6J
   */
  public record Security(Optional<URI> url, List<String> hosts, String operator, boolean events) {}

  /**
   * RetryBackOff rules (OCPP 2.0.1 part 4 §5.3), used for every protocol: the first wait is {@code
   * waitMinimum} and a random part of {@code randomRange}; {@code waitMinimum} doubles {@code
   * repeatTimes} times.
   */
  public record Reconnect(Duration waitMinimum, Duration randomRange, int repeatTimes) {}

  /** The same, paced as another. */
  TargetConfig pacedAs(TargetConfig other) {
    return new TargetConfig(
        url,
        protocol,
        user,
        password,
        tls,
        other.connectRate,
        other.handshakesMax,
        other.drainRate,
        reconnect,
        maxFrame,
        pingInterval,
        pongTimeout,
        handshakeTimeout,
        callTimeout,
        celcius,
        assumedBoot,
        acceptUnverifiedSigned,
        security,
        traits);
  }
}
