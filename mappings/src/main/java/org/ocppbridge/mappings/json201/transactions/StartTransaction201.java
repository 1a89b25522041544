package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands.RemoteStart;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.charging.ChargingProfiles;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.rules.Starts;
import org.ocppbridge.mappings.rules.StopObligation;
import org.ocppbridge.mappings.rules.Tags;

/**
 * StartTransaction: stored as the Started event, then answered with a number of the bridge's own,
 * whatever the CSMS says and whether or not it is there (MR A8, D8).
 */
final class StartTransaction201 {

  private static final String OCCUPIED = "Occupied";

  private StartTransaction201() {}

  static Step<StartTransaction.Answer> step(StartTransaction.Request raw, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    StartTransaction.Request request = placed(Starts.complete(raw, view, losses), losses);
    Evse evse = Evse.of(request.connectorId(), view);
    return Starts.repeated(request, view)
        .map(same -> repeated(same, request, evse, view))
        .orElseGet(() -> begin(request, evse, view, losses));
  }

  /** There is no transaction on the whole station: connector 0 can only be the first one. */
  private static StartTransaction.Request placed(StartTransaction.Request r, List<Loss> losses) {
    if (r.connectorId() > 0) {
      return r;
    }
    losses.add(Loss.changed("connectorId", "was " + r.connectorId() + ": 1"));
    return new StartTransaction.Request(
        1, r.idTag(), r.timestamp(), r.meterStart(), r.reservationId());
  }

  private static Step<StartTransaction.Answer> repeated(
      Transaction same, StartTransaction.Request request, Evse evse, ChargerView view) {
    IdTagInfo info =
        same.told().or(same::verdict).orElseGet(() -> Offline.start(request, evse, view));
    Loss loss = Loss.dropped("StartTransaction", "repeats transaction " + same.id());
    return new Step.Done<>(
        new StartTransaction.Answer(info, same.id()), List.of(), List.of(), List.of(loss));
  }

  private static Step<StartTransaction.Answer> begin(
      StartTransaction.Request request, Evse evse, ChargerView view, List<Loss> losses) {
    int number = Starts.nextNumber(view);
    String transactionId = Beginning.transactionId(number, request, view);
    Instant at = Times.sane(request.timestamp(), view.now(), "timestamp", losses);
    Optional<RemoteStart> remote = Starts.remoteStart(request, view);
    Optional<ReserveNow.Request> reservation = Starts.reservation(request, view, losses);

    List<Change> changes = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    Orphans201.onStart(request, evse, at, view)
        .forEach(ended -> add(ended, changes, messages, losses));
    changes.add(new TransactionChange.Started(number, request, view.now()));
    changes.add(new TransactionChange.CsmsIdKnown(number, transactionId));
    changes.add(Silence201.watch(number, view.now()));
    remote
        .flatMap(RemoteStart::remoteStartId)
        .ifPresent(
            id -> changes.addAll(ChargingProfiles.begun(id, evse.id(), transactionId, view)));
    reservation.ifPresent(r -> changes.add(new CommandChange.ReservationOver(r.reservationId())));
    remote.ifPresent(r -> changes.add(new CommandChange.RemoteStartOver(r.idTag())));
    add(occupied(request.connectorId(), evse, at, view), changes, messages, losses);
    Event started =
        Event.started(
                at,
                Beginning.trigger(request, remote, view),
                Beginning.state(request.connectorId(), view))
            .on(evse.json())
            .by(Optional.of(Tokens201.behind(request.idTag(), view, losses).json()))
            .using(
                Optional.ofNullable(request.reservationId())
                    .or(() -> reservation.map(ReserveNow.Request::reservationId)))
            .reading(
                Beginning.reading(
                    ReadingContext.TRANSACTION_BEGIN,
                    request.meterStart(),
                    at,
                    "meterStart",
                    losses));
    TransactionEvents events =
        TransactionEvents.begin(
            number, transactionId, remote.flatMap(RemoteStart::remoteStartId), view);
    add(events.add(started).planned(), changes, messages, losses);
    boolean asked = remote.isPresent();
    return new Step.AskCsms<>(
        changes,
        messages.subList(0, messages.size() - 1),
        messages.getLast(),
        view.policy().waits().start(),
        losses,
        (reply, later) -> answer(number, request, evse, asked, reply, later));
  }

  private static void add(
      Planned planned, List<Change> changes, List<Message> messages, List<Loss> losses) {
    changes.addAll(planned.changes());
    messages.addAll(planned.messages());
    losses.addAll(planned.losses());
  }

  /** The connector is in use before its transaction begins (E02.FR.05). */
  private static Planned occupied(int connector, Evse evse, Instant at, ChargerView view) {
    boolean told =
        view.state().station().places().told(connector).filter(OCCUPIED::equals).isPresent();
    if (told) {
      return Planned.NOTHING;
    }
    ObjectNode payload =
        Json.object()
            .put("timestamp", Times.write(at))
            .put("connectorStatus", OCCUPIED)
            .put("evseId", evse.id())
            .put("connectorId", evse.connectorId());
    return new Planned(
        List.of(new PlaceChange.StatusTold(connector, OCCUPIED)),
        List.of(Message.latest("StatusNotification", payload, "status/" + connector)),
        List.of());
  }

  private static Step<StartTransaction.Answer> answer(
      int number,
      StartTransaction.Request request,
      Evse evse,
      boolean asked,
      Reply reply,
      ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    // The CSMS may have answered between the end of the patience and this step.
    IdTagInfo info =
        said(reply, evse, view)
            .or(() -> view.state().transactions().find(number).flatMap(Transaction::verdict))
            .orElseGet(() -> undecided(request, evse, asked, view));
    if (!(reply instanceof Reply.Result)) {
      losses.add(Loss.synthesised("idTagInfo", "the CSMS gave no answer: " + reply));
    }
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.StartTold(number, info));
    if (!Tags.accepted(info) && Variables.stopOnInvalidId(view)) {
      changes.addAll(StopObligation.afterGrace(number, view));
    }
    return new Step.Done<>(new StartTransaction.Answer(info, number), changes, List.of(), losses);
  }

  private static IdTagInfo undecided(
      StartTransaction.Request request, Evse evse, boolean asked, ChargerView view) {
    return asked ? Tags.ACCEPTED : Offline.start(request, evse, view);
  }

  /** An answer without a verdict accepts. */
  private static Optional<IdTagInfo> said(Reply reply, Evse evse, ChargerView view) {
    return Verdict.in(reply, view)
        .map(verdict -> verdict.at(evse.id(), view))
        .or(() -> reply instanceof Reply.Result ? Optional.of(Tags.ACCEPTED) : Optional.empty());
  }
}
