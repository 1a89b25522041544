package org.ocppbridge.mappings.json201.model;

import java.util.Arrays;
import java.util.Map;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * Functional blocks that not every charger has: by its version, by its SupportedFeatureProfiles,
 * and by what it said it does not support.
 */
final class Blocks {

  static final String FEATURES = "SupportedFeatureProfiles";
  static final String STOP_ON_DISCONNECT = "StopTransactionOnEVSideDisconnect";

  private record Block(Operation<?, ?> operation, String profile) {}

  private static final Map<String, Block> TABLE =
      Map.of(
          "LocalAuthListCtrlr", new Block(SendLocalList.FROM_CSMS, "LocalAuthListManagement"),
          "ReservationCtrlr", new Block(ReserveNow.FROM_CSMS, "Reservation"),
          "SmartChargingCtrlr", new Block(SetChargingProfile.FROM_CSMS, "SmartCharging"));

  private Blocks() {}

  /** Whether the charger has the block of a component; true for components of no block. */
  static boolean supported(String component, ChargerView view) {
    Block block = TABLE.get(component);
    return block == null
        || SoapOperations.has(view.state(), block.operation()) && listed(block.profile(), view);
  }

  private static boolean listed(String profile, ChargerView view) {
    return ChargerKeys.value(FEATURES, view)
        .filter(list -> !list.isBlank())
        .map(list -> Arrays.stream(list.split(",")).map(String::strip))
        .map(profiles -> profiles.anyMatch(profile::equalsIgnoreCase))
        .orElse(true);
  }
}
