package org.ocppbridge.mappings.json201.transactions;

import org.ocppbridge.mappings.model.WireName;

/** State of a transaction ({@code ChargingStateEnumType}). */
enum ChargingState implements WireName {
  CHARGING("Charging"),
  EV_CONNECTED("EVConnected"),
  SUSPENDED_EV("SuspendedEV"),
  SUSPENDED_EVSE("SuspendedEVSE"),
  IDLE("Idle");

  private final String wire;

  ChargingState(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
