package org.ocppbridge.mappings.rules;

import java.util.Set;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.TriggerMessage;

/**
 * Which commands a charger can be asked to carry out: 9 in 1.2, 15 in 1.5, all 19 in 1.6 (catalogue
 * §4.1).
 */
public final class SoapOperations {

  private static final Set<Operation<?, ?>> SINCE_15 =
      Set.of(
          CancelReservation.FROM_CSMS,
          DataTransfer.FROM_CSMS,
          GetConfiguration.FROM_CSMS,
          GetLocalListVersion.FROM_CSMS,
          ReserveNow.FROM_CSMS,
          SendLocalList.FROM_CSMS);

  private static final Set<Operation<?, ?>> SINCE_16 =
      Set.of(
          ClearChargingProfile.FROM_CSMS,
          GetCompositeSchedule.FROM_CSMS,
          SetChargingProfile.FROM_CSMS,
          TriggerMessage.FROM_CSMS);

  private SoapOperations() {}

  /** Whether a version has the operation. */
  public static boolean has(SoapVersion version, Operation<?, ?> operation) {
    return switch (version) {
      case V12 -> !SINCE_15.contains(operation) && !SINCE_16.contains(operation);
      case V15 -> !SINCE_16.contains(operation);
      case V16 -> true;
    };
  }

  /**
   * Whether this charger can be asked: its version has the operation, and it has not said that it
   * does not support it.
   */
  public static boolean has(ChargerState state, Operation<?, ?> operation) {
    return has(state.version(), operation)
        && !state.commands().unsupported().contains(operation.name());
  }
}
