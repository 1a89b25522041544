package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.rules.StopMatching;
import org.ocppbridge.mappings.rules.StopObligation;
import org.ocppbridge.mappings.rules.Tags;

/**
 * StopTransaction: stored, then answered, whatever the CSMS says and whether or not it is there (MR
 * A10, D8).
 */
final class StopTransaction16 {

  static final String ACTION = "StopTransaction";

  private StopTransaction16() {}

  static Step<StopTransaction.Answer> step(StopTransaction.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    Optional<Transaction> found = StopMatching.find(request, view, losses);
    if (found.isEmpty()) {
      return unmatched(request, view, losses);
    }
    Transaction transaction = found.get();
    if (transaction.phase() == Transaction.Phase.ENDED) {
      losses.add(Loss.dropped(ACTION, "repeats the end of transaction " + transaction.id()));
      return new Step.Done<>(
          new StopTransaction.Answer(transaction.stopTold().orElse(null)),
          List.of(),
          List.of(),
          losses);
    }
    return end(transaction, request, view, losses);
  }

  /**
   * Never sent: a wrong match would be a wrong bill. Kept whole, because it is somebody's energy.
   */
  private static Step<StopTransaction.Answer> unmatched(
      StopTransaction.Request request, ChargerView view, List<Loss> losses) {
    String reason =
        "names transaction "
            + request.transactionId()
            + ", which is none of this charger, and no open one must be meant: kept, not sent";
    losses.add(Loss.dropped(ACTION, reason));
    Message whole =
        new Message(
            ACTION,
            Json.tree(request),
            Message.Delivery.TRANSACTION,
            "",
            Optional.ofNullable(request.transactionId()));
    return new Step.Done<>(
        new StopTransaction.Answer(null),
        List.of(new TransactionChange.Undeliverable(whole, reason, view.now())),
        List.of(),
        losses);
  }

  private static Step<StopTransaction.Answer> end(
      Transaction transaction, StopTransaction.Request r, ChargerView view, List<Loss> losses) {
    int id = transaction.id();
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.Ended(id, view.now()));
    changes.addAll(StopObligation.settled(id));
    changes.add(Orphans16.alive(id));
    boolean tagged = r.idTag() != null && !r.idTag().isBlank();
    Duration patience = tagged ? view.policy().waits().stop() : Duration.ZERO;
    return new Step.AskCsms<>(
        changes,
        List.of(),
        Message.transaction(ACTION, payload(transaction, r, view, losses), id),
        patience,
        losses,
        (reply, later) -> answer(id, tagged, reply));
  }

  private static ObjectNode payload(
      Transaction transaction, StopTransaction.Request r, ChargerView view, List<Loss> losses) {
    ObjectNode payload = Json.object();
    if (r.idTag() != null && !r.idTag().isBlank()) {
      payload.put("idTag", Tags.sendable(r.idTag(), losses));
    }
    long start =
        Numbers16.wattHours(transaction.start().meterStart(), 0, "meterStart", new ArrayList<>());
    payload
        .put("meterStop", Numbers16.wattHours(r.meterStop(), start, "meterStop", losses))
        .put("timestamp", Times.write(Times.sane(r.timestamp(), view.now(), "timestamp", losses)))
        .put("transactionId", transaction.id());
    StopReason16.of(transaction, r, view, losses)
        .ifPresent(reason -> payload.put("reason", reason.wire()));
    ArrayNode data = Samples16.write(r.transactionData(), "transactionData", view, losses);
    if (!data.isEmpty()) {
      payload.set("transactionData", data);
    }
    return payload;
  }

  private static Step<StopTransaction.Answer> answer(int id, boolean tagged, Reply reply) {
    Optional<IdTagInfo> said = tagged ? Answers16.idTagInfo(reply) : Optional.empty();
    return said.map(
            info ->
                Step.Done.with(
                    new StopTransaction.Answer(info),
                    List.<Change>of(new TransactionChange.StopTold(id, info))))
        .orElseGet(() -> Step.Done.with(new StopTransaction.Answer(null)));
  }

  /** The CSMS's answer, whether or not the charger still waits for it. */
  static Step<Void> delivered(Message message, Reply reply, ChargerView view) {
    String idTag = message.payload().path("idTag").asText("");
    return Answers16.idTagInfo(reply)
        .map(info -> Step.Done.<Void>with(null, Tags.remember(idTag, info, view)))
        .orElseGet(() -> Step.Done.with(null));
  }
}
