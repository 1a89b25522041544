package org.ocppbridge.adapter.simulate;

import org.ocppbridge.mappings.SoapVersion;

/** State of a connector, in the words of 1.6; earlier versions know fewer. */
public enum ConnectorState {
  AVAILABLE("Available", "Available", "Available"),
  PREPARING("Occupied", "Occupied", "Preparing"),
  CHARGING("Occupied", "Occupied", "Charging"),
  SUSPENDED_EV("Occupied", "Occupied", "SuspendedEV"),
  SUSPENDED_EVSE("Occupied", "Occupied", "SuspendedEVSE"),
  FINISHING("Occupied", "Occupied", "Finishing"),
  RESERVED("Occupied", "Reserved", "Reserved"),
  UNAVAILABLE("Unavailable", "Unavailable", "Unavailable"),
  FAULTED("Faulted", "Faulted", "Faulted");

  private final String in12;
  private final String in15;
  private final String in16;

  ConnectorState(String in12, String in15, String in16) {
    this.in12 = in12;
    this.in15 = in15;
    this.in16 = in16;
  }

  /** The word that a version has for it. */
  public String wire(SoapVersion version) {
    return switch (version) {
      case V12 -> in12;
      case V15 -> in15;
      case V16 -> in16;
    };
  }
}
