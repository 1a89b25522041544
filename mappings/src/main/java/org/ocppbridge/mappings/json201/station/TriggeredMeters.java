package org.ocppbridge.mappings.json201.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.json201.transactions.Planned;
import org.ocppbridge.mappings.json201.transactions.TriggeredReadings;
import org.ocppbridge.mappings.model.MessageTrigger;

/** Readings that the CSMS asks for, of one EVSE or of all (MR B6). */
final class TriggeredMeters {

  /** Kind of the wake-ups that tell of transactions; behind it the EVSE, 0 for all. */
  static final String WAKE_UP = "triggeredEvents";

  private static final String METER_VALUES = "MeterValues";

  private TriggeredMeters() {}

  /** MeterValues: the charger's, or those it sent last. */
  static Step<CsmsAnswer> meterValues(Optional<Integer> evseId, ChargerView view) {
    List<Integer> connectors = connectors(evseId, view);
    if (connectors.isEmpty()) {
      return unknown(evseId);
    }
    return TriggerReply.ask(
        MessageTrigger.METER_VALUES,
        evseId.map(id -> connectors.getFirst()),
        List.of(METER_VALUES),
        view,
        TriggerReply.Substitute.IF_UNSUPPORTED,
        later -> known(connectors, later));
  }

  private static List<Integer> connectors(Optional<Integer> evseId, ChargerView view) {
    return evseId
        .map(id -> Evse.connectors(id, view))
        .orElseGet(() -> IntStream.rangeClosed(1, Evse.count(view)).boxed().toList());
  }

  private static Step<CsmsAnswer> unknown(Optional<Integer> evseId) {
    return TriggerReply.rejected(Reason.UNKNOWN_EVSE, "no EVSE " + evseId.orElse(0));
  }

  private static Step<CsmsAnswer> known(List<Integer> connectors, ChargerView view) {
    List<Message> messages = TriggeredReadings.meterValues(connectors, view);
    return messages.isEmpty()
        ? TriggerReply.rejected(Reason.NOT_FOUND, "no readings are known, or they are too old")
        : TriggerReply.accepted(messages, view);
  }

  /**
   * How the transactions stand: a charger that can be asked for its readings tells them as those of
   * its transaction; else what it told last.
   */
  static Step<CsmsAnswer> transactionEvent(Optional<Integer> evseId, ChargerView view) {
    List<Integer> connectors = connectors(evseId, view);
    if (connectors.isEmpty()) {
      return unknown(evseId);
    }
    if (connectors.stream().noneMatch(n -> TriggeredReadings.transactionOn(n, view))) {
      return TriggerReply.rejected(Reason.TX_NOT_FOUND, "no transaction is open there");
    }
    return TriggerReply.ask(
        MessageTrigger.METER_VALUES,
        evseId.map(id -> connectors.getFirst()),
        List.of(),
        view,
        TriggerReply.Substitute.IF_REFUSED,
        later -> soon(evseId, later));
  }

  /** By a wake-up: the events are counted in the write that keeps them, and follow the answer. */
  private static Step<CsmsAnswer> soon(Optional<Integer> evseId, ChargerView view) {
    Change wakeUp = new Change.WakeUp(WAKE_UP + "/" + evseId.orElse(0), view.now().plusSeconds(1));
    return Step.Done.with(Answer201.status("Accepted"), List.of(wakeUp));
  }

  /** Tells of the transactions. */
  static Step<Void> woken(String wakeUp, ChargerView view) {
    int evse = Integer.parseInt(wakeUp.substring(WAKE_UP.length() + 1));
    Optional<Integer> evseId = Optional.of(evse).filter(id -> id > 0);
    Planned planned = TriggeredReadings.transactionEvents(connectors(evseId, view), view);
    List<Change> changes = new ArrayList<>(planned.changes());
    changes.add(new Change.WakeUpOver(wakeUp));
    return Told.with(null, changes, planned.messages(), planned.losses());
  }
}
