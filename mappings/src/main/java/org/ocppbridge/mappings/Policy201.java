package org.ocppbridge.mappings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.model.ResetType;

/**
 * Settings that only matter towards a 2.0.1 CSMS.
 *
 * @param topology SOAP connectors of each EVSE; empty: EVSE n is connector n (MR D7)
 * @param tokenType idToken type of an idTag whose form says nothing (MR D6); NoAuthorization: it
 *     stands for nobody
 * @param gatePending whether a 1.2 or 1.5 charger, which has no word for Pending, is told Accepted
 *     while the CSMS says Pending; else Rejected (MR D11)
 * @param staleAfter a message whose timestamp is older than this when it comes was replayed by the
 *     charger: its event is marked offline (MR D9)
 * @param sampleAge longest age of samples a TriggerMessage is answered with (MR B6)
 * @param hardware what no SOAP charger can say of itself
 */
public record Policy201(
    List<List<Integer>> topology,
    String tokenType,
    boolean gatePending,
    Duration staleAfter,
    Duration sampleAge,
    Hardware hardware) {

  /**
   * What no SOAP charger can say of itself (MR B3, C1, C4).
   *
   * @param connectorTypes types of the connectors from 1 on, in the words of 2.0.1; those behind
   *     the last are Unknown
   * @param power most an EVSE gives, in W
   * @param phases phases of the supply, 1 to 3
   * @param fileTransfer protocols of a charger that does not say which it knows
   * @param immediateReset the reset for Immediate; empty: Soft for a 1.6 charger with a
   *     transaction, else Hard
   */
  public record Hardware(
      List<String> connectorTypes,
      int power,
      int phases,
      List<String> fileTransfer,
      Optional<ResetType> immediateReset) {

    /** Any type, 22 kW on three phases, FTP. */
    public static final Hardware DEFAULT =
        new Hardware(List.of(), 22_000, 3, List.of("FTP"), Optional.empty());

    /** The type of a SOAP connector. */
    public String connectorType(int connector) {
      return connector >= 1 && connector <= connectorTypes.size()
          ? connectorTypes.get(connector - 1)
          : "Unknown";
    }
  }

  /** With the default hardware. */
  public Policy201(
      List<List<Integer>> topology,
      String tokenType,
      boolean gatePending,
      Duration staleAfter,
      Duration sampleAge) {
    this(topology, tokenType, gatePending, staleAfter, sampleAge, Hardware.DEFAULT);
  }

  /** The defaults of the settings. */
  public static final Policy201 DEFAULT =
      new Policy201(List.of(), "ISO14443", false, Duration.ofSeconds(300), Duration.ofSeconds(900));
}
