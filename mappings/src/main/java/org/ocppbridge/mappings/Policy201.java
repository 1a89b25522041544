package org.ocppbridge.mappings;

import java.time.Duration;
import java.util.List;

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
 */
public record Policy201(
    List<List<Integer>> topology,
    String tokenType,
    boolean gatePending,
    Duration staleAfter,
    Duration sampleAge) {

  /** The defaults of the settings. */
  public static final Policy201 DEFAULT =
      new Policy201(List.of(), "ISO14443", false, Duration.ofSeconds(300), Duration.ofSeconds(900));
}
