package org.ocppbridge.adapter.simulate;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.ocppbridge.mappings.SoapVersion;

/**
 * One charger playing its scenario. As a real one it goes on when something is not answered: it
 * reports for duty again, and lives with a status or an authorisation that did not come through.
 */
final class Play implements Runnable {
  private static final Duration BOOT_RETRY = Duration.ofSeconds(60);

  /** Before the first repetition of a boot that got no answer; doubled from one to the next. */
  private static final Duration BACK_OFF_MIN = Duration.ofSeconds(2);

  private static final Duration HEARTBEAT_DEFAULT = Duration.ofSeconds(60);

  private final SimulatedCharger charger;
  private final SimulateOptions options;
  private final Pace pace;
  private final Tally tally;
  private final ReentrantLock beating = new ReentrantLock();
  private boolean ended;

  Play(SimulatedCharger charger, Simulation simulation) {
    this.charger = charger;
    this.options = simulation.options();
    this.pace = simulation.pace();
    this.tally = simulation.tally();
  }

  @Override
  public void run() {
    try {
      if (options.scenario() == Scenario.QUIRKS) {
        new QuirkPlay(charger).run();
        return;
      }
      Duration interval = boot();
      Thread heart = Thread.ofVirtual().start(() -> beat(interval));
      try {
        play();
      } finally {
        if (lasts()) {
          heart.join();
        } else {
          endHeart(heart);
        }
      }
    } catch (CallFailed e) {
      // counted where it happened: this charger's play is over
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      tally.failed("simulator", charger.id() + ": " + e);
    }
  }

  /** Whether heartbeats go on after the scenario, until the simulation is stopped. */
  private boolean lasts() {
    return options.scenario() == Scenario.IDLE || !options.duration().isZero();
  }

  private Duration boot() throws CallFailed {
    for (int attempt = 1; ; attempt++) {
      SimulatedCharger.Boot boot = answeredBoot();
      if (boot.status().equals("Accepted")) {
        report(charger::statusOfAll);
        Duration said = boot.interval().isZero() ? HEARTBEAT_DEFAULT : boot.interval();
        return options.heartbeat().isZero() ? said : options.heartbeat();
      }
      if (attempt >= options.attempts()
          || !pace.rest(boot.interval().isZero() ? BOOT_RETRY : boot.interval())) {
        throw unexpected(
            "BootNotification", "is " + boot.status() + " after " + attempt + " attempts");
      }
    }
  }

  /**
   * Reports for duty until it is answered at all, at growing intervals. Those that stay try until
   * the simulation ends.
   */
  private SimulatedCharger.Boot answeredBoot() throws CallFailed {
    Duration wait = BACK_OFF_MIN;
    for (int attempt = 1; ; attempt++) {
      try {
        return charger.boot();
      } catch (CallFailed e) {
        boolean again =
            e.kind() != CallFailed.Kind.WRONG_ANSWER && (lasts() || attempt < options.attempts());
        Duration longest = options.retryInterval();
        Duration rest = wait.compareTo(longest) < 0 ? wait : longest;
        if (!again || !pace.rest(charger.spread(rest))) {
          throw e;
        }
        tally.repeated();
        wait = rest.multipliedBy(2);
      }
    }
  }

  /** Tells something that a charger tells once only: if it is not answered, life goes on. */
  private static void report(SimulatedCharger.Deed report) {
    try {
      report.run();
    } catch (CallFailed e) {
      // counted where it happened
    }
  }

  private void beat(Duration interval) {
    while (pace.rest(interval)) {
      beating.lock();
      try {
        if (ended) {
          return;
        }
        charger.heartbeat();
      } catch (CallFailed e) {
        // counted; the heart goes on
      } finally {
        beating.unlock();
      }
    }
  }

  /** Wakes the heart from its rest, never in the middle of a heartbeat. */
  private void endHeart(Thread heart) {
    beating.lock();
    try {
      ended = true;
      heart.interrupt();
    } finally {
      beating.unlock();
    }
  }

  private void play() throws CallFailed {
    switch (options.scenario()) {
      case SESSION -> sessions();
      case ALL -> {
        sessions();
        rest();
      }
      case IDLE, QUIRKS -> {}
    }
  }

  private void sessions() throws CallFailed {
    for (int session = 0; session < options.sessions() && !pace.over(); session++) {
      session(
          1 + session % options.connectors(),
          options.idTags().get(session % options.idTags().size()));
    }
  }

  private void session(int connector, String tag) throws CallFailed {
    String status = charger.authorize(tag);
    if (!status.equals("Accepted")) {
      throw unexpected("Authorize", "of " + tag + " is " + status);
    }
    report(() -> charger.status(connector, ConnectorState.PREPARING));
    charger.start(connector, tag);
    report(() -> charger.status(connector, ConnectorState.CHARGING));
    for (int reading = 0;
        reading < options.meterReadings() && pace.rest(options.meterInterval());
        reading++) {
      charger.meterValues(connector);
    }
    charger.stop(connector, "Local", true);
    report(() -> charger.status(connector, ConnectorState.FINISHING));
    report(() -> charger.leave(connector));
  }

  /** What a session has not used. */
  private void rest() throws CallFailed {
    charger.heartbeat();
    for (String status : MaintenanceCommands.firmwareStatuses(charger.version())) {
      charger.firmwareStatus(status);
    }
    charger.diagnosticsStatus("Uploaded");
    if (charger.version() != SoapVersion.V12) {
      charger.dataTransfer("org.ocppbridge", "echo", "hello");
    }
  }

  private CallFailed unexpected(String operation, String what) {
    String problem = operation + " of " + charger.id() + " " + what;
    tally.failed(operation, problem);
    return new CallFailed(CallFailed.Kind.WRONG_ANSWER, problem);
  }
}
