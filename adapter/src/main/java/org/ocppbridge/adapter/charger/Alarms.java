package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ocppbridge.adapter.delivery.DrainPace;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.WakeUps;
import org.ocppbridge.mappings.rules.MissingStops;

/**
 * What the mappings want done later for one charger, as its state has it. Each is armed when the
 * state is changed, what was missed while the bridge did not run is caught up with, and all are
 * armed again when somebody sets the clock. One that is no longer in the state when its time comes
 * does nothing.
 */
final class Alarms {
  /** What should have been done longer ago was missed while the bridge did not run. */
  private static final Duration OVERDUE = Duration.ofSeconds(1);

  /**
   * A charger that had no chance to speak, because the bridge did not run, gets so much time before
   * a wait for it is over; as one that tells what it kept while it was away.
   */
  private static final Duration CHANCE = MissingStops.REPLAY_GRACE;

  private final StateKeeper keeper;
  private final Occupancy occupancy;
  private final Time time;
  private final Consumer<String> due;

  /** Wake-ups from an earlier run that are not due before a time; by {@link Time#steady}. */
  private Map<String, Instant> chances = Map.of();

  /**
   * @param due told what is due, inside the charger's occupancy; blocks
   */
  Alarms(StateKeeper keeper, Occupancy occupancy, Time time, Consumer<String> due) {
    this.keeper = keeper;
    this.occupancy = occupancy;
    this.time = time;
    this.due = due;
  }

  /**
   * Arms what a state that was kept has still to do; called once, before anything else.
   *
   * @param overdue how fast all chargers together catch up with what should have been done before
   */
  void takeUp(DrainPace overdue) {
    Instant chance = time.steady().plus(CHANCE);
    chances =
        keeper.state().wakeUps().keySet().stream()
            .filter(WakeUps::forTheCharger)
            .collect(Collectors.toUnmodifiableMap(reason -> reason, reason -> chance));
    keeper.state().wakeUps().forEach((reason, when) -> catchUp(reason, when, overdue));
  }

  private void catchUp(String reason, Instant when, DrainPace overdue) {
    if (when.plus(OVERDUE).isBefore(keeper.now()) && !chances.containsKey(reason)) {
      time.at(time.steady().plus(overdue.until(overdue.take())), () -> wake(reason, when));
    } else {
      arm(reason, when);
    }
  }

  /** Arms those that are new or are to come at another time. */
  void changed(Map<String, Instant> before, Map<String, Instant> after) {
    after.forEach(
        (reason, when) -> {
          if (!when.equals(before.get(reason))) {
            arm(reason, when);
          }
        });
  }

  private void arm(String reason, Instant when) {
    Instant at = time.steady().plus(Duration.between(keeper.now(), when));
    Instant earliest = chances.getOrDefault(reason, at);
    time.at(at.isAfter(earliest) ? at : earliest, () -> wake(reason, when));
  }

  /**
   * Somebody set the clock, forward or back: what is to happen after some time still does, and what
   * is to happen at a time of day happens then.
   *
   * @throws org.ocppbridge.mappings.BridgeFault.NotStored if it could not be noted
   */
  void clockStepped() {
    clockStepped(keeper::clockStepped);
  }

  /** The same, of a clock that was set before the state was read. */
  void clockStepped(Duration by) {
    clockStepped(() -> keeper.clockStepped(by));
  }

  private void clockStepped(Runnable note) {
    occupancy.inside(
        () ->
            keeper.inTurn(
                () -> {
                  Map<String, Instant> before = keeper.state().wakeUps();
                  note.run();
                  armAgain(before);
                  return null;
                }));
  }

  /** Those for a time of day may come sooner now. Were it later, waking would see to that. */
  private void armAgain(Map<String, Instant> before) {
    keeper.state().wakeUps().entrySet().stream()
        .filter(wakeUp -> wakeUp.getValue().equals(before.get(wakeUp.getKey())))
        .forEach(wakeUp -> arm(wakeUp.getKey(), wakeUp.getValue()));
  }

  private void wake(String reason, Instant when) {
    occupancy.inside(() -> woken(reason, when));
  }

  private void woken(String reason, Instant when) {
    if (!when.equals(keeper.state().wakeUps().get(reason))) {
      return;
    }
    if (keeper.now().isBefore(when)) {
      arm(reason, when);
    } else {
      due.accept(reason);
    }
  }
}
