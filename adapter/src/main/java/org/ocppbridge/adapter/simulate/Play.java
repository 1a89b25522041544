package org.ocppbridge.adapter.simulate;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.ocppbridge.mappings.SoapVersion;

/** One charger playing its scenario. */
final class Play implements Runnable {
  private static final Duration BOOT_RETRY = Duration.ofSeconds(60);
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
      SimulatedCharger.Boot boot = charger.boot();
      if (boot.status().equals("Accepted")) {
        charger.statusOfAll();
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
    charger.status(connector, ConnectorState.PREPARING);
    charger.start(connector, tag);
    charger.status(connector, ConnectorState.CHARGING);
    for (int reading = 0;
        reading < options.meterReadings() && pace.rest(options.meterInterval());
        reading++) {
      charger.meterValues(connector);
    }
    charger.stop(connector, "Local", true);
    charger.status(connector, ConnectorState.FINISHING);
    charger.leave(connector);
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
