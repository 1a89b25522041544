package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.ocppbridge.mappings.model.ChargingProfilePurpose;
import org.ocppbridge.mappings.model.WireName;

/** Purpose of a charging profile (2.0.1 §3.11), with what 1.6 calls it. */
public enum Purpose implements WireName {
  EXTERNAL_CONSTRAINTS("ChargingStationExternalConstraints", null),
  STATION_MAX("ChargingStationMaxProfile", ChargingProfilePurpose.CHARGE_POINT_MAX_PROFILE),
  TX_DEFAULT("TxDefaultProfile", ChargingProfilePurpose.TX_DEFAULT_PROFILE),
  TX("TxProfile", ChargingProfilePurpose.TX_PROFILE);

  private final String wire;
  private final ChargingProfilePurpose in16;

  Purpose(String wire, ChargingProfilePurpose in16) {
    this.wire = wire;
    this.in16 = in16;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The same purpose in 1.6; external constraints do not exist there. */
  public Optional<ChargingProfilePurpose> in16() {
    return Optional.ofNullable(in16);
  }
}
