package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.rules.Starts;
import org.ocppbridge.mappings.rules.StopObligation;
import org.ocppbridge.mappings.rules.Tags;

/**
 * StartTransaction: stored, then answered with a number of the bridge's own, whatever the CSMS says
 * and whether or not it is there (MR A8, D8). The CSMS's number is filled into what follows when it
 * is known.
 */
final class StartTransaction16 {

  static final String ACTION = "StartTransaction";

  private StartTransaction16() {}

  static Step<StartTransaction.Answer> step(StartTransaction.Request raw, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    StartTransaction.Request request = Starts.complete(raw, view, losses);
    Optional<Transaction> same = Starts.repeated(request, view);
    if (same.isPresent()) {
      IdTagInfo info = same.get().told().orElseGet(() -> Starts.undecided(request, view));
      Loss loss = Loss.dropped(ACTION, "repeats transaction " + same.get().id());
      return new Step.Done<>(
          new StartTransaction.Answer(info, same.get().id()), List.of(), List.of(), List.of(loss));
    }
    int id = Starts.nextNumber(view);
    Optional<ReserveNow.Request> reservation = Starts.reservation(request, view, losses);
    List<Change> changes = new ArrayList<>(Orphans16.onStart(request.connectorId(), view));
    changes.add(new TransactionChange.Started(id, request, view.now()));
    reservation.ifPresent(r -> changes.add(new CommandChange.ReservationOver(r.reservationId())));
    Message message = Message.transaction(ACTION, payload(request, reservation, view, losses), id);
    return new Step.AskCsms<>(
        changes,
        List.of(),
        message,
        view.policy().waits().start(),
        losses,
        (reply, later) -> answer(id, request, reply, later));
  }

  private static ObjectNode payload(
      StartTransaction.Request r,
      Optional<ReserveNow.Request> reservation,
      ChargerView view,
      List<Loss> losses) {
    ObjectNode payload =
        Json.object()
            .put("connectorId", r.connectorId())
            .put("idTag", Tags.sendable(r.idTag(), losses))
            .put("meterStart", Numbers16.wattHours(r.meterStart(), 0, "meterStart", losses));
    Optional.ofNullable(r.reservationId())
        .or(() -> reservation.map(ReserveNow.Request::reservationId))
        .ifPresent(id -> payload.put("reservationId", id));
    return payload.put(
        "timestamp", Times.write(Times.sane(r.timestamp(), view.now(), "timestamp", losses)));
  }

  private static Step<StartTransaction.Answer> answer(
      int id, StartTransaction.Request request, Reply reply, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    Optional<IdTagInfo> said = Answers16.idTagInfo(reply);
    if (said.isEmpty()) {
      losses.add(Loss.synthesised("idTagInfo", "the CSMS gave no answer: " + reply));
    }
    IdTagInfo info = said.orElseGet(() -> Starts.undecided(request, view));
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.StartTold(id, info));
    Starts.remoteStart(request, view)
        .ifPresent(start -> changes.add(new CommandChange.RemoteStartOver(start.idTag())));
    if (!Tags.accepted(info) && view.state().version() != SoapVersion.V16) {
      changes.addAll(StopObligation.afterGrace(id, view));
    }
    return new Step.Done<>(new StartTransaction.Answer(info, id), changes, List.of(), losses);
  }

  /** The CSMS's answer, whether or not the charger still waits for it. */
  static Step<Void> delivered(int id, Reply reply, ChargerView view) {
    Optional<Transaction> transaction = view.state().transactions().find(id);
    if (transaction.isEmpty()) {
      return Step.Done.with(null);
    }
    if (!(reply instanceof Reply.Result result)) {
      return Step.Done.with(null, List.of(new TransactionChange.StartParked(id)));
    }
    List<Change> changes = new ArrayList<>();
    Answers.number(result.payload().path("transactionId"))
        .ifPresent(csms -> changes.add(new TransactionChange.CsmsIdKnown(id, csms.toString())));
    Optional<IdTagInfo> said = Answers16.idTagInfo(reply);
    String idTag = transaction.get().start().idTag();
    said.ifPresent(info -> changes.addAll(Tags.remember(idTag, info, view)));
    boolean refusedLate =
        said.filter(info -> !Tags.accepted(info)).isPresent()
            && transaction.get().open()
            && transaction.get().told().filter(Tags::accepted).isPresent();
    return refusedLate ? StopObligation.now(id, changes, view) : Step.Done.with(null, changes);
  }
}
