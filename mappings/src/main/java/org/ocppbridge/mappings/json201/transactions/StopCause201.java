package org.ocppbridge.mappings.json201.transactions;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.rules.StopCauses;

/**
 * Why a transaction ended: first what the bridge knows, then what a 1.6 charger says, for 1.2 and
 * 1.5 what happened before (MR A10, first match).
 */
record StopCause201(StoppedReason stopped, TriggerReason trigger) {

  private record Facts(Transaction transaction, StopTransaction.Request stop, ChargerView view) {
    boolean tagged() {
      return stop.idTag() != null && !stop.idTag().isBlank();
    }

    Optional<StatusNotification.Request> status() {
      return view.state().connectors().get(transaction.start().connectorId()).status();
    }

    boolean faulted() {
      return StopCauses.faulted(transaction, view)
          || status().filter(s -> s.status() == ConnectorStatus.FAULTED).isPresent();
    }
  }

  private record Row(Predicate<Facts> condition, StopCause201 cause) {}

  private static final StopCause201 LOCAL =
      new StopCause201(StoppedReason.LOCAL, TriggerReason.STOP_AUTHORIZED);
  private static final StopCause201 UNKNOWN =
      new StopCause201(StoppedReason.OTHER, TriggerReason.CHARGING_STATE_CHANGED);
  private static final StopCause201 FAULT =
      new StopCause201(StoppedReason.OTHER, TriggerReason.ABNORMAL_CONDITION);

  /** Reasons that the bridge may know better. Any other is the truth. */
  private static final Set<StopReason> VAGUE =
      EnumSet.of(
          StopReason.REMOTE,
          StopReason.LOCAL,
          StopReason.OTHER,
          StopReason.DE_AUTHORIZED,
          StopReason.HARD_RESET,
          StopReason.SOFT_RESET);

  /** What the bridge did itself. */
  private static final List<Row> OWN_DOING =
      List.of(
          row(
              facts -> StopCauses.deAuthorized(facts.transaction()),
              StoppedReason.DE_AUTHORIZED,
              TriggerReason.DEAUTHORIZED),
          row(
              facts -> masterPass(facts.transaction()).isPresent(),
              StoppedReason.MASTER_PASS,
              TriggerReason.STOP_AUTHORIZED),
          row(
              facts -> StopCauses.reset(facts.transaction(), facts.view()).isPresent(),
              StoppedReason.IMMEDIATE_RESET,
              TriggerReason.RESET_COMMAND),
          row(
              facts ->
                  StopCauses.asked(facts.transaction(), facts.view())
                      .filter(StopReason.REMOTE::equals)
                      .isPresent(),
              StoppedReason.REMOTE,
              TriggerReason.REMOTE_STOP));

  /** What a charger of 1.6 says; Other is looked at more closely. */
  private static final Map<StopReason, StopCause201> SAID =
      new EnumMap<>(
          Map.ofEntries(
              said(
                  StopReason.DE_AUTHORIZED,
                  StoppedReason.DE_AUTHORIZED,
                  TriggerReason.DEAUTHORIZED),
              said(
                  StopReason.EMERGENCY_STOP,
                  StoppedReason.EMERGENCY_STOP,
                  TriggerReason.ABNORMAL_CONDITION),
              said(
                  StopReason.EV_DISCONNECTED,
                  StoppedReason.EV_DISCONNECTED,
                  TriggerReason.EV_COMMUNICATION_LOST),
              said(
                  StopReason.HARD_RESET,
                  StoppedReason.IMMEDIATE_RESET,
                  TriggerReason.RESET_COMMAND),
              said(
                  StopReason.SOFT_RESET,
                  StoppedReason.IMMEDIATE_RESET,
                  TriggerReason.RESET_COMMAND),
              entry(StopReason.LOCAL, LOCAL),
              said(
                  StopReason.POWER_LOSS,
                  StoppedReason.POWER_LOSS,
                  TriggerReason.ABNORMAL_CONDITION),
              said(StopReason.REBOOT, StoppedReason.REBOOT, TriggerReason.ABNORMAL_CONDITION),
              said(StopReason.REMOTE, StoppedReason.REMOTE, TriggerReason.REMOTE_STOP),
              said(StopReason.UNLOCK_COMMAND, StoppedReason.OTHER, TriggerReason.UNLOCK_COMMAND)));

  /** What happened before, for chargers that do not say. */
  private static final List<Row> INFERRED =
      List.of(
          row(
              facts -> StopCauses.unlocked(facts.transaction(), facts.view()),
              StoppedReason.OTHER,
              TriggerReason.UNLOCK_COMMAND),
          new Row(facts -> StopCauses.faulted(facts.transaction(), facts.view()), FAULT),
          new Row(Facts::tagged, LOCAL));

  /** Faults that 2.0.1 has a reason of its own for. */
  private static final Map<ErrorCode, StoppedReason> FAULTS =
      new EnumMap<>(
          Map.of(
              ErrorCode.GROUND_FAILURE, StoppedReason.GROUND_FAULT,
              ErrorCode.OVER_CURRENT_FAILURE, StoppedReason.OVERCURRENT_FAULT,
              ErrorCode.UNDER_VOLTAGE, StoppedReason.POWER_QUALITY,
              ErrorCode.OVER_VOLTAGE, StoppedReason.POWER_QUALITY));

  private static Row row(Predicate<Facts> condition, StoppedReason stopped, TriggerReason trigger) {
    return new Row(condition, new StopCause201(stopped, trigger));
  }

  private static Map.Entry<StopReason, StopCause201> said(
      StopReason reason, StoppedReason stopped, TriggerReason trigger) {
    return entry(reason, new StopCause201(stopped, trigger));
  }

  /** The idTag of the Master Pass that stopped it. */
  static Optional<String> masterPass(Transaction transaction) {
    return transaction.cause().flatMap(Transaction.Cause::masterPass);
  }

  /** Why a transaction ended. */
  static StopCause201 of(
      Transaction transaction, StopTransaction.Request stop, ChargerView view, List<Loss> losses) {
    Facts facts = new Facts(transaction, stop, view);
    boolean vague = stop.reason() == null || VAGUE.contains(stop.reason());
    Optional<StopCause201> own = vague ? first(OWN_DOING, facts) : Optional.empty();
    StopCause201 cause = own.orElseGet(() -> said(facts));
    if (stop.reason() == null && view.state().version() != SoapVersion.V16) {
      losses.add(
          Loss.synthesised(
              "stoppedReason", "told from what happened before: " + cause.stopped().wire()));
    }
    return cause;
  }

  private static StopCause201 said(Facts facts) {
    StopReason reason = facts.stop().reason();
    if (reason == StopReason.OTHER) {
      return facts.faulted() ? fault(facts) : UNKNOWN;
    }
    if (reason != null) {
      return SAID.get(reason);
    }
    if (facts.view().state().version() == SoapVersion.V16) {
      return LOCAL;
    }
    StopCause201 inferred = first(INFERRED, facts).orElse(UNKNOWN);
    return inferred.equals(FAULT) ? fault(facts) : inferred;
  }

  private static StopCause201 fault(Facts facts) {
    StoppedReason named =
        facts
            .status()
            .map(StatusNotification.Request::errorCode)
            .map(FAULTS::get)
            .orElse(StoppedReason.OTHER);
    return new StopCause201(named, TriggerReason.ABNORMAL_CONDITION);
  }

  private static Optional<StopCause201> first(List<Row> rows, Facts facts) {
    return rows.stream().filter(row -> row.condition().test(facts)).map(Row::cause).findFirst();
  }
}
