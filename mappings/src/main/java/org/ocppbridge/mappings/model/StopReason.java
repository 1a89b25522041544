package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a transaction ended (1.6 §7.36); absent means Local. */
public enum StopReason implements WireName {
  EMERGENCY_STOP("EmergencyStop"),
  EV_DISCONNECTED("EVDisconnected"),
  HARD_RESET("HardReset"),
  LOCAL("Local"),
  OTHER("Other"),
  POWER_LOSS("PowerLoss"),
  REBOOT("Reboot"),
  REMOTE("Remote"),
  SOFT_RESET("SoftReset"),
  UNLOCK_COMMAND("UnlockCommand"),
  DE_AUTHORIZED("DeAuthorized");

  private final String wire;

  StopReason(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
