package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Charge point error code (1.6 §7.6), with {@code Mode3Error} of 1.2 and 1.5, which 1.6 renamed in
 * part.
 */
public enum ErrorCode implements WireName {
  CONNECTOR_LOCK_FAILURE("ConnectorLockFailure"),
  EV_COMMUNICATION_ERROR("EVCommunicationError"),
  GROUND_FAILURE("GroundFailure"),
  HIGH_TEMPERATURE("HighTemperature"),
  INTERNAL_ERROR("InternalError"),
  LOCAL_LIST_CONFLICT("LocalListConflict"),
  NO_ERROR("NoError"),
  OTHER_ERROR("OtherError"),
  OVER_CURRENT_FAILURE("OverCurrentFailure"),
  POWER_METER_FAILURE("PowerMeterFailure"),
  POWER_SWITCH_FAILURE("PowerSwitchFailure"),
  READER_FAILURE("ReaderFailure"),
  RESET_FAILURE("ResetFailure"),
  UNDER_VOLTAGE("UnderVoltage"),
  OVER_VOLTAGE("OverVoltage"),
  WEAK_SIGNAL("WeakSignal"),
  MODE_3_ERROR("Mode3Error");

  private final String wire;

  ErrorCode(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
