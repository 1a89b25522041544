package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.rules.Readings;

/**
 * MeterValues: answered at once. Those of a running transaction become its Updated events, one for
 * each time and reason (J02.FR.10); the others, those of the main meter, and those the CSMS
 * triggered (F06.FR.06) go as MeterValues (MR A7).
 */
final class MeterValues201 {

  static final String ACTION = "MeterValues";
  private static final MeterValues.Answer OK = new MeterValues.Answer();

  private MeterValues201() {}

  static Step<MeterValues.Answer> step(MeterValues.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    int connector = request.connectorId();
    long fingerprint = Readings.fingerprint(connector, request);
    if (view.state().transactions().seen().contains(fingerprint)) {
      Loss loss = Loss.dropped("meterValue", "was sent before: a repetition");
      return new Step.Done<>(OK, List.of(), List.of(), List.of(loss));
    }
    Optional<Transaction> meant =
        connector > 0 ? Readings.transactionOf(request, connector, view, losses) : Optional.empty();
    List<Change> changes = new ArrayList<>(noted(request, connector, fingerprint, view));
    meant.ifPresent(t -> changes.addAll(Readings.named(t, request)));

    ArrayNode outside = Json.MAPPER.createArrayNode();
    Optional<TransactionEvents> events =
        meant.filter(t -> TransactionEvents.runs(t, view)).map(t -> TransactionEvents.of(t, view));
    for (Moment moment : Moment.of(request.meterValue(), "meterValue", view, losses)) {
      ArrayNode samples =
          new Samples(sample -> known(sample, connector, meant, view), losses)
              .write(moment.samples());
      if (!samples.isEmpty()) {
        put(moment, samples, connector, events.filter(e -> !Asked.is(moment, view)), outside, view);
      }
    }
    List<Message> messages = new ArrayList<>();
    events.map(TransactionEvents::planned).ifPresent(p -> add(p, changes, messages));
    if (!outside.isEmpty()) {
      messages.add(message(connector, outside, view));
    }
    return Told.with(OK, changes, messages, losses);
  }

  /** What a signed reading without a number stands for (MR D4). */
  private static Optional<BigDecimal> known(
      Sample sample, int connector, Optional<Transaction> meant, ChargerView view) {
    boolean begin = sample.alike(Sample.register(ReadingContext.TRANSACTION_BEGIN));
    return begin && meant.isPresent()
        ? Numbers.sane(meant.get().start().meterStart())
        : Register.last(sample, connector, view);
  }

  private static List<Change> noted(
      MeterValues.Request request, int connector, long fingerprint, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.MeterValuesSeen(fingerprint));
    if (!request.meterValue().isEmpty()) {
      changes.add(
          new ConnectorChange.Sampled(
              connector, Readings.worthKeeping(request.meterValue()), view.now()));
    }
    // While the CSMS has not accepted the charger only what it triggered may go out.
    if (view.state().registration().is(RegistrationStatus.ACCEPTED)
        && Asked.any(request.meterValue(), view)) {
      changes.add(new CommandChange.Triggered(ACTION, Optional.empty()));
    }
    return changes;
  }

  private static void put(
      Moment moment,
      ArrayNode samples,
      int connector,
      Optional<TransactionEvents> events,
      ArrayNode outside,
      ChargerView view) {
    ObjectNode value = Moment.json(moment.at(), samples);
    events.ifPresentOrElse(
        e -> {
          Event event =
              moment.trigger() == TriggerReason.TRIGGER
                  ? TriggeredReadings.event(moment.at(), connector, e, view)
                  : Event.updated(moment.at(), moment.trigger());
          e.add(event.reading(Json.MAPPER.createArrayNode().add(value)));
        },
        () -> outside.add(value));
  }

  private static void add(Planned planned, List<Change> changes, List<Message> messages) {
    changes.addAll(planned.changes());
    messages.addAll(planned.messages());
  }

  /** Readings that belong to no running transaction. */
  static Message message(int connector, ArrayNode values, ChargerView view) {
    ObjectNode payload = Json.object().put("evseId", Evse.of(connector, view).id());
    payload.set("meterValue", values);
    return Message.bounded(ACTION, payload, "meter/" + connector);
  }
}
