package org.ocppbridge.adapter.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;

/**
 * One simulated charger. Its methods ask the central system and block until it has answered; they
 * throw {@link CallFailed} if no usable answer came. Safe to call from several threads.
 */
public final class SimulatedCharger implements AutoCloseable {

  /**
   * A charger's transaction id while the central system has given none (seen in the field, also
   * after an offline start).
   */
  public static final int NO_TRANSACTION = -1;

  private final ChargerId id;
  private final SoapVersion version;
  private final Messages messages;
  private final CentralSystem centralSystem;
  private final Pace pace;
  private final Tally tally;
  private final Station station;
  private final RandomGenerator random;
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  SimulatedCharger(ChargerId id, String from, Simulation simulation, RandomGenerator random) {
    this.id = id;
    this.version = simulation.options().version();
    this.messages = new Messages(version);
    this.centralSystem = new CentralSystem(id, from, simulation, random);
    this.pace = simulation.pace();
    this.tally = simulation.tally();
    this.random = random;
    this.station = new Station(simulation.options().connectors(), random);
  }

  /**
   * The answer to a boot.
   *
   * @param status {@code Accepted}, {@code Pending} or {@code Rejected}
   * @param interval time between heartbeats, or until the next boot; zero if none was given
   */
  public record Boot(String status, Duration interval) {}

  /** Who it is. */
  public ChargerId id() {
    return id;
  }

  /** What it speaks. */
  public SoapVersion version() {
    return version;
  }

  /** Sends BootNotification. */
  public Boot boot() throws CallFailed {
    Xml answer = centralSystem.ask("BootNotification", messages.boot(id.value()));
    int interval = answer.number(version == SoapVersion.V16 ? "interval" : "heartbeatInterval", 0);
    return new Boot(answer.value("status"), Duration.ofSeconds(Math.max(0, interval)));
  }

  /** Sends Heartbeat and returns the time the central system says. */
  public String heartbeat() throws CallFailed {
    return centralSystem.ask("Heartbeat", messages.heartbeat()).value("currentTime");
  }

  /** Sends Authorize and returns the status of the tag. */
  public String authorize(String tag) throws CallFailed {
    return centralSystem
        .ask("Authorize", messages.authorize(tag))
        .child("idTagInfo")
        .orElseThrow()
        .value("status");
  }

  /** Takes a connector (0: the whole charger) to a state and reports it. */
  public void status(int connector, ConnectorState state) throws CallFailed {
    status(connector, state, "NoError");
  }

  /** Takes a connector (0: the whole charger) to a state and reports it with an error code. */
  public void status(int connector, ConnectorState state, String errorCode) throws CallFailed {
    station.with(
        all -> {
          all.connector(connector).ifPresent(one -> one.state(state));
          return null;
        });
    centralSystem.ask(
        "StatusNotification", messages.status(connector, state, errorCode, pace.now()));
  }

  /** Reports the present state of the charger and of every connector. */
  public void statusOfAll() throws CallFailed {
    status(0, ConnectorState.AVAILABLE);
    for (Connector connector : station.connectors) {
      status(connector.number(), station.with(all -> connector.state()));
    }
  }

  /**
   * Starts a transaction and returns its id; {@link #NO_TRANSACTION} if the attempts were used up
   * without an answer.
   */
  public int start(int connector, String tag) throws CallFailed {
    Xml request =
        station.with(
            all -> {
              Connector one = all.connector(connector).orElseThrow();
              one.occupy(tag);
              OptionalInt reservation =
                  one.reservation()
                      .map(found -> OptionalInt.of(found.id()))
                      .orElse(OptionalInt.empty());
              return messages.start(connector, tag, pace.now(), one.meter(), reservation);
            });
    int transaction = NO_TRANSACTION;
    try {
      transaction =
          centralSystem
              .deliver("StartTransaction", request)
              .number("transactionId", NO_TRANSACTION);
      return transaction;
    } finally {
      int given = transaction;
      station.with(
          all -> {
            all.connector(connector).orElseThrow().started(given);
            return null;
          });
    }
  }

  /** Delivers some energy and sends MeterValues. */
  public void meterValues(int connector) throws CallFailed {
    meterValues(connector, "Sample.Periodic");
  }

  void meterValues(int connector, String context) throws CallFailed {
    Xml request =
        station.with(
            all -> {
              Connector one = all.connector(connector).orElseThrow();
              int energy = one.busy() ? one.advanceMeter() : one.meter();
              return messages.meterValues(
                  connector,
                  one.transaction(),
                  List.of(new Messages.Reading(pace.now(), energy, context)));
            });
    centralSystem.deliver("MeterValues", request);
  }

  /**
   * Stops the transaction on a connector; does nothing if there is none.
   *
   * @param reason a reason of 1.6; the other versions cannot say it
   * @param withTag whether the person who stops shows a tag
   */
  public void stop(int connector, String reason, boolean withTag) throws CallFailed {
    Optional<Xml> request =
        station.with(
            all -> {
              Connector one = all.connector(connector).orElseThrow();
              OptionalInt transaction = one.transaction();
              Optional<String> tag = withTag ? one.tag() : Optional.empty();
              if (transaction.isEmpty()) {
                return Optional.empty();
              }
              int meter = one.advanceMeter();
              List<Messages.Reading> readings =
                  List.of(new Messages.Reading(pace.now(), meter, "Transaction.End"));
              one.free();
              return Optional.of(
                  messages.stop(transaction.getAsInt(), tag, pace.now(), meter, reason, readings));
            });
    if (request.isPresent()) {
      centralSystem.deliver("StopTransaction", request.get());
    }
  }

  /** After a transaction: the car leaves, and what had to wait for the end is done. */
  public void leave(int connector) throws CallFailed {
    boolean outOfService =
        station.with(
            all -> {
              Connector one = all.connector(connector).orElseThrow();
              one.free();
              boolean waits = one.goesOutOfService();
              one.goesOutOfService(false);
              return waits;
            });
    status(connector, outOfService ? ConnectorState.UNAVAILABLE : ConnectorState.AVAILABLE);
  }

  /** Sends FirmwareStatusNotification. */
  public void firmwareStatus(String status) throws CallFailed {
    station.with(all -> all.firmwareStatus = status);
    centralSystem.ask("FirmwareStatusNotification", messages.firmwareStatus(status));
  }

  /** Sends DiagnosticsStatusNotification. */
  public void diagnosticsStatus(String status) throws CallFailed {
    station.with(all -> all.diagnosticsStatus = status);
    centralSystem.ask("DiagnosticsStatusNotification", messages.diagnosticsStatus(status));
  }

  /** Sends DataTransfer (1.5 and 1.6) and returns the status of the answer. */
  public String dataTransfer(String vendor, String messageId, String data) throws CallFailed {
    return centralSystem
        .ask("DataTransfer", messages.dataTransfer(vendor, messageId, data))
        .value("status");
  }

  /** Between half as long and half as long again: chargers that failed together part ways. */
  Duration spread(Duration wait) {
    return wait.multipliedBy(random.nextInt(50, 150)).dividedBy(100);
  }

  Instant now() {
    return pace.now();
  }

  Station station() {
    return station;
  }

  CentralSystem centralSystem() {
    return centralSystem;
  }

  Messages messages() {
    return messages;
  }

  /** Something a charger does of itself after a command. */
  interface Deed {
    void run() throws CallFailed;
  }

  /**
   * Does something later, after what is waiting already. Failures are counted where they happen.
   */
  void later(Deed deed) {
    try {
      lane.execute(() -> carryOut(deed));
    } catch (RejectedExecutionException e) {
      // the simulation is over
    }
  }

  private void carryOut(Deed deed) {
    try {
      deed.run();
    } catch (CallFailed e) {
      // counted by the central system's client; the charger goes on, as a real one would
    } catch (RuntimeException e) {
      tally.failed("simulator", id + ": " + e);
    }
  }

  @Override
  public void close() {
    lane.shutdownNow();
    centralSystem.close();
  }
}
