package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.OrderChange;
import org.ocppbridge.mappings.Orders;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.json201.base.WaitingReset;
import org.ocppbridge.mappings.model.AvailabilityType;
import org.ocppbridge.mappings.model.ResetType;

/**
 * A reset OnIdle of a busy station (B12): answered Scheduled; free connectors go out of service so
 * that nothing new begins; when all is quiet they are given back and the charger is reset.
 */
final class IdleReset {

  /** How often it is looked whether the station is idle, if nobody says so before. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  /** Wait before a charger that refused is asked again. */
  private static final Duration RETRY = Duration.ofSeconds(60);

  private IdleReset() {}

  static void addTo(Tables tables) {
    tables.onWakeUp(WaitingReset.WAKE_UP, IdleReset::woken);
  }

  /** Whether nothing goes on: no transaction, no upload, no reservation (errata 2025-06). */
  static boolean idle(ChargerView view) {
    boolean charges = view.state().transactions().open().findAny().isPresent();
    boolean uploads = view.state().jobs().log().filter(job -> job.running(view.now())).isPresent();
    return !charges && !uploads && reserved(view).isEmpty();
  }

  private static List<Integer> reserved(ChargerView view) {
    return view.state().commands().reservations().values().stream()
        .filter(r -> r.expiryDate().isAfter(view.now()))
        .map(r -> r.connectorId())
        .toList();
  }

  /** Orders the reset; a second order changes nothing. */
  static Step<CsmsAnswer> order(ChargerView view) {
    CsmsAnswer scheduled = Answer201.status("Scheduled");
    return pending(view).isPresent()
        ? Answer201.only(scheduled)
        : Step.Done.with(
            scheduled,
            List.of(note(new Orders.IdleReset(view.now(), List.of(), 0)), lookAt(view.now())));
  }

  /** Gives back what is held out of service, but for what the CSMS itself closed. */
  static <A> Step<A> release(ChargerView view, Step.Next<Availability.Outcome, A> next) {
    Orders orders = view.state().station().orders();
    List<Integer> held =
        orders.idleReset().map(Orders.IdleReset::held).orElseGet(List::of).stream()
            .filter(connector -> !orders.closed().contains(connector))
            .toList();
    return Availability.change(held, AvailabilityType.OPERATIVE, view, next);
  }

  private static Optional<Orders.IdleReset> pending(ChargerView view) {
    return view.state().station().orders().idleReset();
  }

  private static Change note(Orders.IdleReset reset) {
    return new OrderChange.IdleReset(Optional.of(reset));
  }

  private static Change lookAt(Instant time) {
    return new Change.WakeUp(WaitingReset.WAKE_UP, time);
  }

  private static Step<Void> woken(String reason, ChargerView view) {
    Optional<Orders.IdleReset> pending = pending(view);
    if (pending.isEmpty()) {
      return Step.Done.with(null, List.of(new Change.WakeUpOver(WaitingReset.WAKE_UP)));
    }
    if (idle(view)) {
      return release(view, (given, later) -> reset(pending.get(), later));
    }
    return pending.get().held().isEmpty()
        ? hold(pending.get(), view)
        : Step.Done.with(null, List.of(lookAt(view.now().plus(LOOK_EVERY))));
  }

  private static Step<Void> hold(Orders.IdleReset reset, ChargerView view) {
    return Availability.change(
        toHold(view),
        AvailabilityType.INOPERATIVE,
        view,
        (outcome, later) ->
            Step.Done.with(
                null,
                List.of(
                    note(new Orders.IdleReset(reset.at(), outcome.agreed(), reset.tries())),
                    lookAt(later.now().plus(LOOK_EVERY)))));
  }

  /** All at once, unless that would end a reservation. */
  private static List<Integer> toHold(ChargerView view) {
    Orders orders = view.state().station().orders();
    List<Integer> reserved = reserved(view);
    if (orders.closed().contains(0) || reserved.contains(0)) {
      return List.of();
    }
    return reserved.isEmpty()
        ? List.of(0)
        : IntStream.rangeClosed(1, Evse.count(view))
            .filter(n -> !reserved.contains(n) && !orders.closed().contains(n))
            .filter(n -> view.state().transactions().openOn(n).isEmpty())
            .boxed()
            .toList();
  }

  private static Step<Void> reset(Orders.IdleReset reset, ChargerView view) {
    return ResetCall.ask(
        List.of(ResetType.SOFT),
        true,
        view,
        (outcome, later) -> {
          List<Change> changes = new ArrayList<>(outcome.changes());
          int tries = reset.tries() + 1;
          if (outcome.accepted()) {
            changes.add(new OrderChange.IdleReset(Optional.empty()));
            changes.add(new Change.WakeUpOver(WaitingReset.WAKE_UP));
            changes.add(MissingBoot.expect(1, later));
          } else if (tries <= MissingBoot.retries(later)) {
            changes.add(note(new Orders.IdleReset(reset.at(), List.of(), tries)));
            changes.add(lookAt(later.now().plus(RETRY)));
          } else {
            changes.add(new OrderChange.IdleReset(Optional.empty()));
            changes.add(new Change.WakeUpOver(WaitingReset.WAKE_UP));
            return MissingBoot.failed(changes, later);
          }
          return Step.Done.with(null, changes);
        });
  }
}
