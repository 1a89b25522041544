package org.ocppbridge.adapter.simulate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ocppbridge.mappings.ChargerId;

/**
 * Simulated chargers: they share one HTTP listener and one tally, and each plays the scenario on a
 * virtual thread of its own.
 */
public final class ChargerSimulator implements AutoCloseable {
  private static final Duration START_ROUND = Duration.ofSeconds(1);

  private final Simulation simulation;
  private final Listener listener;
  private final List<SimulatedCharger> chargers = new ArrayList<>();

  private ChargerSimulator(Simulation simulation) {
    this.simulation = simulation;
    SimulateOptions options = simulation.options();
    this.listener = new Listener(options.listenHost(), options.listenPort());
    SplittableRandom seed = new SplittableRandom(options.seed());
    for (int number = 1; number <= options.count(); number++) {
      ChargerId id = options.idOf(number);
      SimulatedCharger charger =
          new SimulatedCharger(
              id, listener.address(number), simulation, new SharedRandom(seed.split()));
      listener.serve(number, new Endpoint(charger, simulation));
      chargers.add(charger);
    }
  }

  /**
   * Opens the chargers' endpoints; the chargers say nothing until {@link #run} or until they are
   * told to.
   *
   * @param exchanges hears of every exchange
   * @throws RuntimeException if the listener's port is taken
   */
  public static ChargerSimulator open(SimulateOptions options, Exchanges exchanges) {
    return new ChargerSimulator(Simulation.of(options, exchanges, Clock.systemUTC()));
  }

  /** All chargers, by number. */
  public List<SimulatedCharger> chargers() {
    return List.copyOf(chargers);
  }

  /** Address of a charger's own endpoint, by its number from 1. */
  public String address(int number) {
    return listener.address(number);
  }

  /**
   * Plays the scenario with all chargers and blocks until it is over or {@link #stop} is called.
   */
  public Summary run() {
    SimulateOptions options = simulation.options();
    Pace pace = simulation.pace();
    if (!options.duration().isZero()) {
      Thread.ofVirtual()
          .start(
              () -> {
                if (pace.restTruly(options.duration())) {
                  pace.stop();
                }
              });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < chargers.size() && !pace.over(); i++) {
        Play play = new Play(chargers.get(i), simulation);
        threads.execute(play);
        if ((i + 1) % options.startRate() == 0 && i + 1 < chargers.size()) {
          pace.restTruly(START_ROUND);
        }
      }
    }
    return summary();
  }

  /** What was counted until now. */
  public Summary summary() {
    return simulation.tally().summary();
  }

  /** Ends {@link #run} soon; what was begun is brought to its end first. */
  public void stop() {
    simulation.pace().stop();
  }

  @Override
  public void close() {
    stop();
    chargers.forEach(SimulatedCharger::close);
    listener.close();
  }
}
