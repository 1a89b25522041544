package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * Readings that the CSMS asks for, made by the bridge of what the charger said last: 1.2 and 1.5
 * have no TriggerMessage (MR B6). Readings that are too old tell nothing.
 */
public final class TriggeredReadings {

  private TriggeredReadings() {}

  /** MeterValues of each of these SOAP connectors of which young readings are known. */
  public static List<Message> meterValues(List<Integer> connectors, ChargerView view) {
    List<Message> messages = new ArrayList<>();
    for (int connector : connectors) {
      ArrayNode values = values(connector, view);
      if (!values.isEmpty()) {
        messages.add(MeterValues201.message(connector, values, view));
      }
    }
    return messages;
  }

  /** Whether a transaction is open on this SOAP connector, as the CSMS knows them. */
  public static boolean transactionOn(int connector, ChargerView view) {
    return running(connector, view).isPresent();
  }

  private static Optional<Transaction> running(int connector, ChargerView view) {
    return view.state()
        .transactions()
        .openOn(connector)
        .filter(t -> TransactionEvents.runs(t, view));
  }

  /** An Updated event of each transaction open on these SOAP connectors (MR B6). */
  public static Planned transactionEvents(List<Integer> connectors, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    for (int connector : connectors) {
      running(connector, view)
          .map(transaction -> updated(transaction, connector, view))
          .ifPresent(
              planned -> {
                changes.addAll(planned.changes());
                messages.addAll(planned.messages());
                losses.addAll(planned.losses());
              });
    }
    return new Planned(changes, messages, losses);
  }

  private static Planned updated(Transaction transaction, int connector, ChargerView view) {
    TransactionEvents events = TransactionEvents.of(transaction, view);
    Event event = event(view.now(), connector, events, view);
    return events.add(event.reading(values(connector, view))).planned();
  }

  /** What is told of a transaction because the CSMS asks: also where, and its charging state. */
  static Event event(Instant at, int connector, TransactionEvents events, ChargerView view) {
    return events
        .state()
        .or(() -> state(connector, view))
        .map(state -> Event.updated(at, TriggerReason.TRIGGER, state))
        .orElseGet(() -> Event.updated(at, TriggerReason.TRIGGER))
        .on(Evse.of(connector, view).json());
  }

  private static Optional<ChargingState> state(int connector, ChargerView view) {
    return view.state()
        .connectors()
        .get(connector)
        .status()
        .map(StatusNotification.Request::status)
        .flatMap(ChargingStates::of);
  }

  private static ArrayNode values(int connector, ChargerView view) {
    ArrayNode values = Json.MAPPER.createArrayNode();
    Connector known = view.state().connectors().get(connector);
    Instant oldest = view.now().minus(view.policy().ocpp201().sampleAge());
    if (known.samplesAt().isBefore(oldest)) {
      return values;
    }
    List<Loss> losses = new ArrayList<>();
    List<MeterValue> triggered =
        known.samples().stream().map(TriggeredReadings::asTriggered).toList();
    for (Moment moment : Moment.of(triggered, "meterValue", view, losses)) {
      ArrayNode samples =
          new Samples(sample -> Register.last(sample, connector, view), losses)
              .write(moment.samples());
      if (!samples.isEmpty()) {
        values.add(Moment.json(moment.at(), samples));
      }
    }
    return values;
  }

  private static MeterValue asTriggered(MeterValue value) {
    return new MeterValue(
        value.timestamp(),
        value.sampledValue().stream().map(TriggeredReadings::asTriggered).toList());
  }

  private static SampledValue asTriggered(SampledValue s) {
    return new SampledValue(
        s.value(),
        ReadingContext.TRIGGER,
        s.format(),
        s.measurand(),
        s.phase(),
        s.location(),
        s.unit());
  }
}
