package org.ocppbridge.mappings.json16;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.rules.StopCauses;

/**
 * Why a transaction ended. 1.6 chargers say so, or mean Local; for 1.2 and 1.5 it is told from what
 * was asked of the charger and what it reported, in the order of MR A10's table.
 */
final class StopReason16 {

  private StopReason16() {}

  /** The reason to send; empty means Local. */
  static Optional<StopReason> of(
      Transaction transaction, StopTransaction.Request stop, ChargerView view, List<Loss> losses) {
    if (view.state().version() == SoapVersion.V16 || stop.reason() != null) {
      return Optional.ofNullable(stop.reason());
    }
    Optional<StopReason> reason = inferred(transaction, stop, view);
    reason.ifPresent(
        r -> losses.add(Loss.synthesised("reason", "told from what happened before: " + r.wire())));
    return reason;
  }

  private static Optional<StopReason> inferred(
      Transaction transaction, StopTransaction.Request stop, ChargerView view) {
    return when(StopCauses.deAuthorized(transaction), StopReason.DE_AUTHORIZED)
        .or(() -> reset(transaction, view))
        .or(() -> StopCauses.asked(transaction, view))
        .or(() -> when(StopCauses.unlocked(transaction, view), StopReason.UNLOCK_COMMAND))
        .or(() -> when(StopCauses.faulted(transaction, view), StopReason.OTHER))
        .or(() -> when(stop.idTag() == null || stop.idTag().isBlank(), StopReason.OTHER));
  }

  private static Optional<StopReason> reset(Transaction transaction, ChargerView view) {
    return StopCauses.reset(transaction, view)
        .map(r -> r.type() == ResetType.HARD ? StopReason.HARD_RESET : StopReason.SOFT_RESET);
  }

  private static Optional<StopReason> when(boolean holds, StopReason reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }
}
