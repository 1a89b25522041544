package org.ocppbridge.mappings;

import java.time.Duration;
import java.time.ZoneId;

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
 */
public record Policy(
    ZoneId timezone,
    UnknownTag authorizeUnknown,
    UnknownTag startUnknown,
    Duration heartbeatMin,
    Duration heartbeatMax,
    Waits waits,
    Duration tokenLifetime) {

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
          Duration.ofHours(24));
}
