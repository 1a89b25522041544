package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.ocppbridge.mappings.Transaction.Phase;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.StrayStop;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.json201.base.WaitingReset;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.rules.MissingStops;
import org.ocppbridge.mappings.rules.StopMatching;
import org.ocppbridge.mappings.rules.StopObligation;

/**
 * StopTransaction: stored as the Ended event, then answered, whatever the CSMS says and whether or
 * not it is there (MR A10, D8). A transaction ends once: what comes later is answered only.
 */
final class StopTransaction201 {

  private static final String ACTION = "StopTransaction";
  private static final StopTransaction.Answer NOTHING_SAID = new StopTransaction.Answer(null);

  private StopTransaction201() {}

  static Step<StopTransaction.Answer> step(StopTransaction.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    Optional<Transaction> found = StopMatching.find(request, view, losses);
    if (found.isEmpty()) {
      return unmatched(request, view, losses);
    }
    Transaction transaction = found.get();
    if (transaction.phase() == Phase.ENDED) {
      losses.add(Loss.dropped(ACTION, "repeats the end of transaction " + transaction.id()));
      StopTransaction.Answer same = new StopTransaction.Answer(transaction.stopTold().orElse(null));
      return new Step.Done<>(same, List.of(), List.of(), losses);
    }
    return TransactionEvents.runs(transaction, view)
        ? end(transaction, request, view, losses)
        : late(transaction, request, view, losses);
  }

  /** Kept for people to look at; the CSMS learns that something was wrong. */
  private static Step<StopTransaction.Answer> unmatched(
      StopTransaction.Request request, ChargerView view, List<Loss> losses) {
    String what =
        "StopTransaction of transaction " + request.transactionId() + ", which nobody knows";
    losses.add(Loss.dropped(ACTION, what + ": kept, not sent"));
    ObjectNode event =
        Json.object()
            .put("type", "InvalidMessages")
            .put("timestamp", Times.write(view.now()))
            .put("techInfo", what);
    return Told.with(
        NOTHING_SAID,
        List.of(StrayStop.kept(request, what + ": not sent", view.now())),
        List.of(Message.bounded("SecurityEventNotification", event, "security")),
        losses);
  }

  private static Step<StopTransaction.Answer> end(
      Transaction t, StopTransaction.Request r, ChargerView view, List<Loss> losses) {
    Instant at = Times.sane(r.timestamp(), view.now(), "timestamp", losses);
    StopCause201 cause = StopCause201.of(t, r, view, losses);
    Optional<ObjectNode> token = token(t, r, cause, view, losses);
    Event ended =
        Event.ended(at, cause.trigger(), cause.stopped(), state(t, cause, view))
            .by(token)
            .reading(
                Ending.readings(
                    t, r.transactionData(), meterStop(t, r, view, losses), at, view, losses));
    Planned planned = TransactionEvents.of(t, view).add(ended).planned();
    List<Change> changes = new ArrayList<>(over(t, view));
    changes.addAll(planned.changes());
    Duration patience = token.isPresent() ? view.policy().waits().stop() : Duration.ZERO;
    return new Step.AskCsms<>(
        changes,
        List.of(),
        planned.messages().getFirst(),
        patience,
        losses,
        (reply, later) -> answer(t.id(), token.isPresent(), reply, later));
  }

  private static List<Change> over(Transaction t, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.Ended(t.id(), view.now()));
    changes.addAll(StopObligation.settled(t.id()));
    changes.add(MissingStops.alive(t.id()));
    changes.add(Silence201.over(t.id()));
    changes.addAll(WaitingReset.lookSoon(view));
    return changes;
  }

  private static Optional<BigDecimal> meterStop(
      Transaction t, StopTransaction.Request r, ChargerView view, List<Loss> losses) {
    Optional<BigDecimal> said = Optional.ofNullable(r.meterStop()).flatMap(Numbers::sane);
    if (said.isPresent()) {
      return said;
    }
    Optional<BigDecimal> last = Register.during(t, view);
    String instead = last.map(n -> "the last reading stands for it: " + n).orElse("left out");
    losses.add(Loss.defaulted("meterStop", "is missing or no meter reading, " + instead));
    return last;
  }

  /** Who stopped it, if that was somebody with a token. */
  private static Optional<ObjectNode> token(
      Transaction t,
      StopTransaction.Request r,
      StopCause201 cause,
      ChargerView view,
      List<Loss> losses) {
    if (cause.trigger() != TriggerReason.STOP_AUTHORIZED) {
      return Optional.empty();
    }
    return StopCause201.masterPass(t)
        .or(() -> Optional.ofNullable(r.idTag()))
        .filter(idTag -> !idTag.isBlank())
        .map(idTag -> Tokens201.behind(idTag, view, losses).json());
  }

  private static ChargingState state(Transaction t, StopCause201 cause, ChargerView view) {
    boolean available =
        view.state()
            .connectors()
            .get(t.start().connectorId())
            .status()
            .filter(status -> status.status() == ConnectorStatus.AVAILABLE)
            .isPresent();
    return available || cause.stopped() == StoppedReason.EV_DISCONNECTED
        ? ChargingState.IDLE
        : ChargingState.EV_CONNECTED;
  }

  private static Step<StopTransaction.Answer> answer(
      int id, boolean tagged, Reply reply, ChargerView view) {
    Optional<Verdict> said = tagged ? Verdict.in(reply, view) : Optional.empty();
    return said.map(Verdict::info)
        .<Step<StopTransaction.Answer>>map(
            info ->
                Step.Done.with(
                    new StopTransaction.Answer(info),
                    List.of(new TransactionChange.StopTold(id, info))))
        .orElseGet(() -> Step.Done.with(NOTHING_SAID));
  }

  /** The CSMS had its end already, or never its start: only the reading is news. */
  private static Step<StopTransaction.Answer> late(
      Transaction t, StopTransaction.Request r, ChargerView view, List<Loss> losses) {
    String reason = "transaction " + t.id() + " had been ended by the bridge: kept";
    losses.add(Loss.dropped(ACTION, reason));
    List<Change> changes = new ArrayList<>(over(t, view));
    changes.add(StrayStop.kept(r, reason, view.now()));
    int connector = Math.max(1, t.start().connectorId());
    Instant at = Times.sane(r.timestamp(), view.now(), "timestamp", losses);
    ArrayNode values =
        r.meterStop() == null
            ? Json.MAPPER.createArrayNode()
            : Beginning.reading(
                ReadingContext.TRANSACTION_END, r.meterStop(), at, "meterStop", losses);
    List<Message> messages =
        values.isEmpty() ? List.of() : List.of(MeterValues201.message(connector, values, view));
    return Told.with(NOTHING_SAID, changes, messages, losses);
  }
}
