package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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
import org.ocppbridge.mappings.Transactions;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.rules.Tags;

/**
 * MeterValues: stored and answered at once; those of a transaction go in order behind its start (MR
 * A7). A charger that does not name its transaction, or not rightly, means the one on its connector
 * (errata 3.18).
 */
final class MeterValues16 {

  static final String ACTION = "MeterValues";
  private static final MeterValues.Answer OK = new MeterValues.Answer();

  private MeterValues16() {}

  static Step<MeterValues.Answer> step(MeterValues.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    ArrayNode values = Samples16.write(request.meterValue(), "meterValue", view, losses);
    if (values.isEmpty()) {
      losses.add(Loss.dropped("meterValue", "1.6J wants at least one: not sent"));
      return new Step.Done<>(OK, List.of(), List.of(), losses);
    }
    int connector = request.connectorId();
    long fingerprint = Tags.fingerprint(connector + " " + request);
    if (view.state().transactions().seen().contains(fingerprint)) {
      Loss loss = Loss.dropped("meterValue", "was sent before: a repetition");
      return new Step.Done<>(OK, List.of(), List.of(), List.of(loss));
    }
    Optional<Transaction> transaction = transactionOf(request, connector, view, losses);
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.MeterValuesSeen(fingerprint));
    changes.add(
        new ConnectorChange.Sampled(
            connector, Samples16.worthKeeping(request.meterValue()), view.now()));
    changes.add(new CommandChange.Triggered(ACTION, Optional.empty()));
    transaction.ifPresent(t -> changes.addAll(named(t, request)));

    ObjectNode payload = Json.object().put("connectorId", connector);
    transaction.ifPresent(t -> payload.put("transactionId", t.id()));
    payload.set("meterValue", values);
    return transaction
        .map(t -> stored(Message.transaction(ACTION, payload, t.id()), changes, losses))
        .orElseGet(() -> passing(payload, connector, changes, losses));
  }

  private static Optional<Transaction> transactionOf(
      MeterValues.Request request, int connector, ChargerView view, List<Loss> losses) {
    Transactions all = view.state().transactions();
    Optional<Transaction> named = all.find(request.transactionId());
    if (named.isPresent()) {
      return named;
    }
    Optional<Transaction> open = connector > 0 ? all.openOn(connector) : Optional.empty();
    String was = "was " + request.transactionId();
    if (open.isPresent()) {
      losses.add(
          Loss.changed("transactionId", was + ": the one open on the connector stands for it"));
    } else if (request.transactionId() != null) {
      losses.add(Loss.dropped("transactionId", was + ", which is no known transaction"));
    }
    return open;
  }

  private static List<Change> named(Transaction transaction, MeterValues.Request request) {
    boolean byNumber = Integer.valueOf(transaction.id()).equals(request.transactionId());
    return byNumber && !transaction.numberUsed()
        ? List.of(
            Orphans16.alive(transaction.id()), new TransactionChange.NumberUsed(transaction.id()))
        : List.of(Orphans16.alive(transaction.id()));
  }

  private static Step<MeterValues.Answer> stored(
      Message message, List<Change> changes, List<Loss> losses) {
    return new Step.AskCsms<>(
        changes, List.of(), message, Duration.ZERO, losses, (reply, later) -> Step.Done.with(OK));
  }

  private static Step<MeterValues.Answer> passing(
      ObjectNode payload, int connector, List<Change> changes, List<Loss> losses) {
    Message message = Message.bounded(ACTION, payload, "meter/" + connector);
    return new Step.Done<>(OK, changes, List.of(message), losses);
  }
}
