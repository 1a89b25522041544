package org.ocppbridge.mappings.json16;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * Why a transaction ended. 1.6 chargers say so, or mean Local; for 1.2 and 1.5 it is told from what
 * was asked of the charger and what it reported, in the order of MR A10's table.
 */
final class StopReason16 {

  /** A command explains a stop within this time. */
  private static final Duration COMMAND_WORKS = Duration.ofMinutes(5);

  private static final Duration UNLOCK_WORKS = Duration.ofSeconds(60);
  private static final Duration FAULT_WORKS = Duration.ofSeconds(60);

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
    Instant now = view.now();
    Connector connector = view.state().connectors().get(transaction.start().connectorId());
    return transaction
        .cause()
        .map(Transaction.Cause::reason)
        .filter(StopReason.DE_AUTHORIZED::equals)
        .or(() -> reset(view))
        .or(() -> remote(transaction, now))
        .or(
            () ->
                when(recent(connector.unlockedAt(), UNLOCK_WORKS, now), StopReason.UNLOCK_COMMAND))
        .or(() -> when(recent(connector.faultedAt(), FAULT_WORKS, now), StopReason.OTHER))
        .or(() -> when(stop.idTag() == null || stop.idTag().isBlank(), StopReason.OTHER));
  }

  private static Optional<StopReason> reset(ChargerView view) {
    return view.state()
        .commands()
        .reset()
        .filter(reset -> recent(reset.at(), COMMAND_WORKS, view.now()))
        .map(r -> r.type() == ResetType.HARD ? StopReason.HARD_RESET : StopReason.SOFT_RESET);
  }

  private static Optional<StopReason> remote(Transaction transaction, Instant now) {
    return transaction
        .cause()
        .filter(cause -> recent(cause.at(), COMMAND_WORKS, now))
        .map(Transaction.Cause::reason);
  }

  private static boolean recent(Instant time, Duration within, Instant now) {
    return now.isBefore(time.plus(within));
  }

  private static Optional<StopReason> when(boolean holds, StopReason reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }
}
