package org.ocppbridge.mappings.json201.transactions;

import org.ocppbridge.mappings.model.WireName;

/** Why an event is sent ({@code TriggerReasonEnumType}), as far as the bridge has a use for it. */
enum TriggerReason implements WireName {
  ABNORMAL_CONDITION("AbnormalCondition"),
  AUTHORIZED("Authorized"),
  CABLE_PLUGGED_IN("CablePluggedIn"),
  CHARGING_STATE_CHANGED("ChargingStateChanged"),
  DEAUTHORIZED("Deauthorized"),
  EV_COMMUNICATION_LOST("EVCommunicationLost"),
  METER_VALUE_CLOCK("MeterValueClock"),
  METER_VALUE_PERIODIC("MeterValuePeriodic"),
  REMOTE_START("RemoteStart"),
  REMOTE_STOP("RemoteStop"),
  RESET_COMMAND("ResetCommand"),
  STOP_AUTHORIZED("StopAuthorized"),
  TRIGGER("Trigger"),
  UNLOCK_COMMAND("UnlockCommand");

  private final String wire;

  TriggerReason(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
