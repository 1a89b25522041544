package org.ocppbridge.mappings.json201.transactions;

import org.ocppbridge.mappings.model.WireName;

/** Why a transaction ended ({@code ReasonEnumType}), as far as a SOAP charger can tell (MR A10). */
enum StoppedReason implements WireName {
  DE_AUTHORIZED("DeAuthorized"),
  EMERGENCY_STOP("EmergencyStop"),
  EV_DISCONNECTED("EVDisconnected"),
  GROUND_FAULT("GroundFault"),
  IMMEDIATE_RESET("ImmediateReset"),
  LOCAL("Local"),
  MASTER_PASS("MasterPass"),
  OTHER("Other"),
  OVERCURRENT_FAULT("OvercurrentFault"),
  POWER_LOSS("PowerLoss"),
  POWER_QUALITY("PowerQuality"),
  REBOOT("Reboot"),
  REMOTE("Remote");

  private final String wire;

  StoppedReason(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
