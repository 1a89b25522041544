package org.ocppbridge.adapter.demo;

import org.ocppbridge.adapter.simulate.CallFailed;
import org.ocppbridge.adapter.simulate.ConnectorState;
import org.ocppbridge.adapter.simulate.SimulatedCharger;
import org.ocppbridge.mappings.SoapVersion;

/** What the charger says of itself: every operation of its version at least once. */
final class ChargerPart {
  private static final String TAG = "TAG-1";
  private static final String BLOCKED_TAG = "BLOCKED-1";

  private final SimulatedCharger charger;
  private final Pairing pairing;
  private final Scoreboard scoreboard;

  ChargerPart(SimulatedCharger charger, Pairing pairing, Scoreboard scoreboard) {
    this.charger = charger;
    this.pairing = pairing;
    this.scoreboard = scoreboard;
  }

  /** Something the charger says. */
  private interface Step {
    void run() throws CallFailed;
  }

  /** The whole part. */
  void play() throws InterruptedException {
    step(() -> expect("BootNotification", "Accepted", charger.boot().status()));
    step(() -> charger.status(0, ConnectorState.AVAILABLE));
    step(() -> charger.status(1, ConnectorState.AVAILABLE));
    step(() -> charger.status(2, ConnectorState.AVAILABLE));
    step(charger::heartbeat);
    session();
    step(() -> expect("Authorize of a blocked tag", "Blocked", charger.authorize(BLOCKED_TAG)));
    step(() -> charger.status(2, ConnectorState.FAULTED, "HighTemperature"));
    step(() -> charger.status(2, ConnectorState.AVAILABLE));
    step(() -> charger.firmwareStatus("Installed"));
    step(() -> charger.diagnosticsStatus("Uploaded"));
    if (charger.version() != SoapVersion.V12) {
      step(
          () ->
              expect(
                  "DataTransfer",
                  "Accepted",
                  charger.dataTransfer("org.ocppbridge", "greeting", "good day & <welcome>")));
    }
  }

  /** A charging session that a driver starts and stops at the charger. */
  void session() throws InterruptedException {
    step(() -> expect("Authorize", "Accepted", charger.authorize(TAG)));
    step(() -> charger.status(1, ConnectorState.PREPARING));
    step(() -> charger.start(1, TAG));
    step(() -> charger.status(1, ConnectorState.CHARGING));
    step(() -> charger.meterValues(1));
    step(() -> charger.meterValues(1));
    step(() -> charger.stop(1, "Local", true));
    step(() -> charger.status(1, ConnectorState.FINISHING));
    step(() -> charger.leave(1));
  }

  /** Says something and waits until both ends have seen all of it. */
  private void step(Step step) throws InterruptedException {
    try {
      step.run();
    } catch (CallFailed e) {
      // told with its story, where it is counted too
    }
    pairing.settle(charger.id().value());
  }

  private void expect(String what, String expected, String is) {
    if (!is.equals(expected)) {
      scoreboard.problem(charger.id() + ": " + what + " was answered " + is + ", not " + expected);
    }
  }
}
