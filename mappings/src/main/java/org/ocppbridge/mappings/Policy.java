package org.ocppbridge.mappings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.ocppbridge.mappings.model.BootNotification;

/**
 * Settings a mapping obeys, resolved for one charger. Each is a key of the configuration file, see
 * {@code config/bridge.yaml}.
 *
 * @param timezone zone of times that a charger writes without one
 * @param authorizeUnknown what an Authorize of an unknown tag gets while the CSMS cannot answer
 * @param startUnknown what a StartTransaction of an unknown tag gets in the same case
 * @param heartbeatMin shortest heartbeat interval handed to a charger
 * @param heartbeatMax longest heartbeat interval handed to a charger
 * @param waits how long answers may wait for the CSMS
 * @param tokenLifetime how long an authorisation answer without expiry date is good for
 * @param assumedBoot sent for a charger that speaks but never made a BootNotification, because a
 *     CSMS may refuse all else before it; empty: nothing is sent
 * @param link what the CSMS reads as the configuration of its connection
 * @param spellCelcius whether 1.6J gets {@code Celcius}, as its first schema spelled it, instead of
 *     {@code Celsius}
 * @param acceptUnverifiedSigned whether a SignedUpdateFirmware is carried out although nobody
 *     checks its signature: SOAP chargers cannot
 * @param ocpp201 what only matters towards 2.0.1
 */
public record Policy(
    ZoneId timezone,
    UnknownTag authorizeUnknown,
    UnknownTag startUnknown,
    Duration heartbeatMin,
    Duration heartbeatMax,
    Waits waits,
    Duration tokenLifetime,
    Optional<BootNotification.Request> assumedBoot,
    Link link,
    boolean spellCelcius,
    boolean acceptUnverifiedSigned,
    Policy201 ocpp201) {

  /** What becomes of an idTag that nobody can judge now. */
  public enum UnknownTag {
    /**
     * SOAP Fault Receiver/InternalError, so that the charger decides by its own cache, list and
     * policy.
     */
    FAULT,
    ACCEPT,
    INVALID
  }

  /**
   * How long an answer may wait for a CSMS that is connected, per operation; while the link is
   * known to be down nothing waits.
   *
   * @param command the whole time a command may take at the charger
   */
  public record Waits(
      Duration start,
      Duration stop,
      Duration heartbeat,
      Duration boot,
      Duration authorize,
      Duration dataTransfer,
      Duration command) {}

  /**
   * The connection to the CSMS as its configuration keys show it (1.6 §9, security white paper §4).
   *
   * @param pingInterval zero: no pings
   * @param attempts tries of a transaction message
   * @param retryInterval wait between tries, times the preceding tries
   * @param securityProfile 0 to 3
   * @param callTimeout longest wait for the answer to a CALL
   * @param backOff the waits between tries to connect
   */
  public record Link(
      Duration pingInterval,
      int attempts,
      Duration retryInterval,
      int securityProfile,
      Duration callTimeout,
      BackOff backOff) {

    /** With the defaults of the timeout and the waits. */
    public Link(Duration pingInterval, int attempts, Duration retryInterval, int securityProfile) {
      this(
          pingInterval,
          attempts,
          retryInterval,
          securityProfile,
          Duration.ofSeconds(30),
          new BackOff(Duration.ofSeconds(10), Duration.ofSeconds(10), 5));
    }
  }

  /**
   * The waits between tries to connect (2.0.1 part 4 §5.3).
   *
   * @param waitMinimum the first; doubled with every further one
   * @param randomRange up to this is added at random
   * @param repeatTimes how often it is doubled at most
   */
  public record BackOff(Duration waitMinimum, Duration randomRange, int repeatTimes) {}

  /** What a charger is called that never said what it is. */
  public static final BootNotification.Request UNKNOWN_CHARGER =
      new BootNotification.Request("Unknown", "Unknown", null, null, null, null, null, null, null);

  /** The defaults of the settings. */
  public static final Policy DEFAULT =
      new Policy(
          ZoneId.of("UTC"),
          UnknownTag.FAULT,
          UnknownTag.ACCEPT,
          Duration.ofSeconds(10),
          Duration.ofSeconds(300),
          new Waits(
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(20),
              Duration.ofSeconds(20),
              Duration.ofSeconds(20),
              Duration.ofSeconds(25)),
          Duration.ofHours(24),
          Optional.of(UNKNOWN_CHARGER),
          new Link(Duration.ofSeconds(60), 5, Duration.ofSeconds(60), 0),
          true,
          false,
          Policy201.DEFAULT);
}
