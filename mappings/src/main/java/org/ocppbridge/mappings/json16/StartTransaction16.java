package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
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
import org.ocppbridge.mappings.rules.StopObligation;
import org.ocppbridge.mappings.rules.Tags;

/**
 * StartTransaction: stored, then answered with a number of the bridge's own, whatever the CSMS says
 * and whether or not it is there (MR A8, D8). The CSMS's number is filled into what follows when it
 * is known.
 */
final class StartTransaction16 {

  static final String ACTION = "StartTransaction";

  /**
   * A repetition with a corrected clock is taken for one within this time, while the transaction is
   * open.
   */
  private static final Duration SECOND_NET = Duration.ofSeconds(60);

  private StartTransaction16() {}

  static Step<StartTransaction.Answer> step(StartTransaction.Request raw, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    StartTransaction.Request request = complete(raw, view, losses);
    Optional<Transaction> same = repeated(request, view);
    if (same.isPresent()) {
      IdTagInfo info =
          same.get().told().or(same.get()::verdict).orElseGet(() -> undecided(request, view));
      Loss loss = Loss.dropped(ACTION, "repeats transaction " + same.get().id());
      return new Step.Done<>(
          new StartTransaction.Answer(info, same.get().id()), List.of(), List.of(), List.of(loss));
    }
    int id = nextNumber(view);
    Optional<ReserveNow.Request> reservation = reservation(request, view, losses);
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

  /** A transaction is never refused for a missing field: energy flows already. */
  private static StartTransaction.Request complete(
      StartTransaction.Request r, ChargerView view, List<Loss> losses) {
    if (r.connectorId() == null) {
      losses.add(Loss.defaulted("connectorId", "was missing: 1"));
    }
    if (r.idTag() == null) {
      losses.add(Loss.defaulted("idTag", "was missing: empty"));
    }
    if (r.timestamp() == null) {
      losses.add(Loss.defaulted("timestamp", "was missing: time of receipt"));
    }
    if (r.meterStart() == null) {
      losses.add(Loss.defaulted("meterStart", "was missing: 0"));
    }
    return new StartTransaction.Request(
        Objects.requireNonNullElse(r.connectorId(), 1),
        Objects.requireNonNullElse(r.idTag(), ""),
        Objects.requireNonNullElse(r.timestamp(), view.now()),
        Objects.requireNonNullElse(r.meterStart(), BigDecimal.ZERO),
        r.reservationId());
  }

  private static Optional<Transaction> repeated(StartTransaction.Request r, ChargerView view) {
    return view.state().transactions().all().values().stream()
        .filter(t -> t.start().connectorId().equals(r.connectorId()))
        .filter(t -> t.start().idTag().equalsIgnoreCase(r.idTag()))
        .filter(t -> t.start().meterStart().compareTo(r.meterStart()) == 0)
        .filter(t -> sameTime(t, r))
        .findFirst();
  }

  private static boolean sameTime(Transaction t, StartTransaction.Request r) {
    Duration apart = Duration.between(t.start().timestamp(), r.timestamp()).abs();
    return apart.isZero() || t.open() && apart.compareTo(SECOND_NET) <= 0;
  }

  private static int nextNumber(ChargerView view) {
    int last = view.state().transactions().last();
    if (last == Integer.MAX_VALUE) {
      throw new BridgeFault.NotStored(
          "charger " + view.state().id() + ": all transaction numbers have been given out");
    }
    return Math.max(0, last) + 1;
  }

  /** The reservation this transaction uses, whether or not the charger says so (E01.FR.13). */
  private static Optional<ReserveNow.Request> reservation(
      StartTransaction.Request r, ChargerView view, List<Loss> losses) {
    var known = view.state().commands().reservations();
    if (r.reservationId() != null) {
      return Optional.ofNullable(known.get(r.reservationId()));
    }
    Optional<ReserveNow.Request> matching =
        known.values().stream()
            .filter(x -> x.idTag().equalsIgnoreCase(r.idTag()))
            .filter(x -> x.connectorId() == 0 || x.connectorId().equals(r.connectorId()))
            .filter(x -> view.now().isBefore(x.expiryDate()))
            .findFirst();
    matching.ifPresent(
        x ->
            losses.add(
                Loss.synthesised("reservationId", "is the connector's: " + x.reservationId())));
    return matching;
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
    // The CSMS may have answered between the end of the patience and this step.
    Optional<IdTagInfo> said =
        Answers16.idTagInfo(reply)
            .or(() -> view.state().transactions().find(id).flatMap(Transaction::verdict));
    if (said.isEmpty()) {
      losses.add(Loss.synthesised("idTagInfo", "the CSMS gave no answer: " + reply));
    }
    IdTagInfo info = said.orElseGet(() -> undecided(request, view));
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.StartTold(id, info));
    remoteStart(request, view)
        .ifPresent(start -> changes.add(new CommandChange.RemoteStartOver(start)));
    if (!Tags.accepted(info) && view.state().version() != SoapVersion.V16) {
      changes.addAll(StopObligation.afterGrace(id, view));
    }
    return new Step.Done<>(new StartTransaction.Answer(info, id), changes, List.of(), losses);
  }

  private static Optional<String> remoteStart(StartTransaction.Request r, ChargerView view) {
    return Optional.ofNullable(
            view.state().commands().remoteStarts().get(r.idTag().toLowerCase(Locale.ROOT)))
        .filter(start -> view.now().isBefore(start.until()))
        .filter(start -> start.connector().filter(c -> !c.equals(r.connectorId())).isEmpty())
        .map(start -> start.idTag());
  }

  /**
   * What the charger is told while the CSMS cannot say: a late refusal becomes an obligation to
   * stop.
   */
  private static IdTagInfo undecided(StartTransaction.Request r, ChargerView view) {
    if (remoteStart(r, view).isPresent()) {
      return Tags.ACCEPTED;
    }
    boolean refuse = view.policy().startUnknown() == Policy.UnknownTag.INVALID;
    return Tags.known(r.idTag(), view).orElse(refuse ? Tags.INVALID : Tags.ACCEPTED);
  }

  /** The CSMS's answer, whether or not the charger still waits for it. */
  static Step<Void> delivered(Message message, Reply reply, ChargerView view) {
    int id = message.transaction().orElseThrow();
    Optional<Transaction> transaction = view.state().transactions().find(id);
    if (transaction.isEmpty()) {
      return Step.Done.with(null);
    }
    if (!(reply instanceof Reply.Result result)) {
      return Step.Done.with(null, List.of(new TransactionChange.StartParked(id)));
    }
    List<Change> changes = new ArrayList<>(numbered(id, message, result, view));
    Optional<IdTagInfo> said = Answers16.idTagInfo(reply);
    String idTag = transaction.get().start().idTag();
    said.ifPresent(info -> changes.add(new TransactionChange.Judged(id, info)));
    said.ifPresent(info -> changes.addAll(Tags.remember(idTag, info, view)));
    boolean refusedLate =
        said.filter(info -> !Tags.accepted(info)).isPresent()
            && transaction.get().open()
            && transaction.get().told().filter(Tags::accepted).isPresent();
    return refusedLate ? StopObligation.now(id, changes, view) : Step.Done.with(null, changes);
  }

  /** Without the CSMS's number the rest can only go with -1, so that a person has to look at it. */
  private static List<Change> numbered(
      int id, Message message, Reply.Result result, ChargerView view) {
    return Answers.number(result.payload().path("transactionId"))
        .map(csms -> List.<Change>of(new TransactionChange.CsmsIdKnown(id, csms.toString())))
        .orElseGet(
            () ->
                List.of(
                    new TransactionChange.StartParked(id),
                    new TransactionChange.Undeliverable(
                        message,
                        "the CSMS answered without a transactionId: what follows goes with -1",
                        view.now())));
  }
}
