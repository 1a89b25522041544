package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.Places;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Events201;
import org.ocppbridge.mappings.json201.base.HardWired;
import org.ocppbridge.mappings.json201.base.Keys;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.json201.base.Told;

/**
 * A charger that agreed to reset must boot. If it does not it is asked again, {@code ResetRetries}
 * times, and then the CSMS is told (MR B3).
 */
final class MissingBoot {

  private static final String WAKE_UP = "resetBoot";

  /** How long a reset may take. */
  static final Duration PATIENCE = Duration.ofSeconds(300);

  private static final HardWired PROBLEM = HardWired.STATION_CONTROLLER;
  private static final String TECH_CODE = "ResetFailure";
  private static final int RETRIES = 1;
  private static final int RETRIES_MAX = 10;

  private MissingBoot() {}

  static void addTo(Tables tables) {
    tables.onWakeUp(WAKE_UP, MissingBoot::woken);
  }

  /** Notes that the charger should boot, after having been asked so many times. */
  static Change expect(int tries, ChargerView view) {
    return new Change.WakeUp(WAKE_UP + "/" + tries, view.now().plus(PATIENCE));
  }

  /** How often a reset is tried again. */
  static int retries(ChargerView view) {
    return Keys.number("ResetRetries", view)
        .map(retries -> Math.min(retries, RETRIES_MAX))
        .orElse(RETRIES);
  }

  private static Step<Void> woken(String reason, ChargerView view) {
    int tries = Integer.parseInt(reason.substring(WAKE_UP.length() + 1));
    Change over = new Change.WakeUpOver(reason);
    Optional<Commands.PendingReset> reset = view.state().commands().reset();
    boolean waits = reset.filter(r -> !bootAt(view).isAfter(r.at())).isPresent();
    if (!waits) {
      return Step.Done.with(null, List.of(over));
    }
    return tries > retries(view)
        ? failed(List.of(over), view)
        : again(reset.get(), tries, over, view);
  }

  private static Instant bootAt(ChargerView view) {
    return view.state().registration().bootAt();
  }

  private static Step<Void> again(
      Commands.PendingReset reset, int tries, Change over, ChargerView view) {
    return ResetCall.ask(
        List.of(reset.type()),
        reset.onIdle(),
        view,
        (outcome, later) -> {
          List<Change> changes = new ArrayList<>(outcome.changes());
          changes.add(over);
          changes.add(expect(tries + 1, later));
          return Step.Done.with(null, changes);
        });
  }

  /** Tells that the charger does not reset, until its main controller reports itself well. */
  static Step<Void> failed(List<Change> changes, ChargerView view) {
    int monitor = PROBLEM.id(0, view);
    boolean known = view.state().station().places().problems().containsKey(monitor);
    if (known || !Events201.told(PROBLEM.severity(), view)) {
      return Step.Done.with(null, changes);
    }
    int eventId = new EventIds(view).next();
    List<Change> all = new ArrayList<>(changes);
    all.add(
        new PlaceChange.ProblemOpen(
            monitor, new Places.Problem(eventId, TECH_CODE, new TreeSet<>(Set.of(0)))));
    List<Loss> losses = new ArrayList<>();
    Message message =
        Events201.message(
            Events201.delta(eventId, PROBLEM, 0, "true", view.now(), view)
                .put("techCode", TECH_CODE)
                .put("techInfo", "no BootNotification after Reset"),
            view,
            losses);
    return Told.with(null, all, List.of(message), losses);
  }
}
