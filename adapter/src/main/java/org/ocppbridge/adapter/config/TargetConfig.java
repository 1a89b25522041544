package org.ocppbridge.adapter.config;

import java.net.URI;
import java.time.Duration;
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
    Traits traits) {

  /**
   * RetryBackOff rules (OCPP 2.0.1 part 4 §5.3), used for every protocol: the first wait is {@code
   * waitMinimum} and a random part of {@code randomRange}; {@code waitMinimum} doubles {@code
   * repeatTimes} times.
   */
  public record Reconnect(Duration waitMinimum, Duration randomRange, int repeatTimes) {}
}
