package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Message a charger is asked to send (1.6 §7.32). */
public enum MessageTrigger implements WireName {
  BOOT_NOTIFICATION("BootNotification"),
  DIAGNOSTICS_STATUS_NOTIFICATION("DiagnosticsStatusNotification"),
  FIRMWARE_STATUS_NOTIFICATION("FirmwareStatusNotification"),
  HEARTBEAT("Heartbeat"),
  METER_VALUES("MeterValues"),
  STATUS_NOTIFICATION("StatusNotification");

  private final String wire;

  MessageTrigger(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
