package org.ocppbridge.adapter.simulate;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;

/**
 * What to simulate. Start from {@link #of} and change single values with the {@code with…} methods.
 *
 * @param version what the chargers speak
 * @param id identity of the chargers; {@code {n}} stands for the number of the charger, from 1, and
 *     has to be there when {@code count} is over 1
 * @param url where the central system serves SOAP, {@code http} or {@code https}
 * @param count number of chargers, 1 to {@value #COUNT_MAX}
 * @param connectors connectors of each charger, 1 to {@value #CONNECTORS_MAX}
 * @param listenHost address the chargers' own endpoints listen on and are reached at (it goes into
 *     the From header)
 * @param listenPort port of the chargers' own endpoints, one for all; 0: any free one
 * @param scenario what each charger does
 * @param sessions charging sessions of each charger, at least 0
 * @param meterInterval time between two MeterValues of a session
 * @param meterReadings MeterValues of a session, at least 0
 * @param heartbeat time between heartbeats; zero: what the answer to BootNotification says
 * @param speed how much shorter than said all waits are: 60 makes a minute a second; above 0
 * @param seed makes meter values, ids and jitter repeatable
 * @param duration end after this time, not touched by {@code speed}; zero: when the scenario is
 *     over
 * @param keepAlive keep one HTTP connection per charger; else one connection per exchange, as
 *     OCPP-J 1.6 §6.2.4 says of SOAP
 * @param startRate chargers started per second
 * @param attempts how often a transaction message is sent until it is given up, and a boot until it
 *     is answered and accepted; at least 1. A boot that is not answered is sent without end by
 *     chargers that stay, which are those of an idle scenario and those with a duration
 * @param retryInterval time before a transaction message is repeated, and the longest before a boot
 *     is that was not answered
 * @param callTimeout longest wait for an answer
 * @param idTags the tags of the sessions, taken in turn
 */
public record SimulateOptions(
    SoapVersion version,
    String id,
    URI url,
    int count,
    int connectors,
    String listenHost,
    int listenPort,
    Scenario scenario,
    int sessions,
    Duration meterInterval,
    int meterReadings,
    Duration heartbeat,
    double speed,
    long seed,
    Duration duration,
    boolean keepAlive,
    int startRate,
    int attempts,
    Duration retryInterval,
    Duration callTimeout,
    List<String> idTags) {

  /** Most chargers in one process. */
  public static final int COUNT_MAX = 100_000;

  /** Most connectors of a charger. */
  public static final int CONNECTORS_MAX = 100;

  private static final String NUMBER = "{n}";

  /** Checks every value. */
  public SimulateOptions {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(scenario, "scenario");
    if (!("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
        || url.getHost() == null) {
      throw new IllegalArgumentException("url: '" + url + "' is not an http or https address");
    }
    between("count", count, 1, COUNT_MAX);
    between("connectors", connectors, 1, CONNECTORS_MAX);
    between("listen-port", listenPort, 0, 65_535);
    between("sessions", sessions, 0, Integer.MAX_VALUE);
    between("meter-readings", meterReadings, 0, Integer.MAX_VALUE);
    between("start-rate", startRate, 1, Integer.MAX_VALUE);
    between("attempts", attempts, 1, Integer.MAX_VALUE);
    notNegative("meter-interval", meterInterval);
    notNegative("heartbeat", heartbeat);
    notNegative("duration", duration);
    notNegative("retry-interval", retryInterval);
    if (callTimeout.isNegative() || callTimeout.isZero()) {
      throw new IllegalArgumentException("call-timeout: has to be more than 0");
    }
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed: has to be more than 0, not " + speed);
    }
    if (count > 1 && !id.contains(NUMBER)) {
      throw new IllegalArgumentException(
          "id: needs " + NUMBER + " when there are " + count + " chargers");
    }
    if (idTags.isEmpty()) {
      throw new IllegalArgumentException("id-tag: at least one is needed");
    }
    idTags = List.copyOf(idTags);
    new ChargerId(id);
  }

  /** One charger on loopback that plays one session. */
  public static SimulateOptions of(SoapVersion version, String id, URI url) {
    return new SimulateOptions(
        version,
        id,
        url,
        1,
        2,
        "127.0.0.1",
        0,
        Scenario.SESSION,
        1,
        Duration.ofSeconds(60),
        3,
        Duration.ZERO,
        1,
        1,
        Duration.ZERO,
        false,
        200,
        5,
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        List.of("TAG-1"));
  }

  /** Identity of the {@code number}th charger, from 1. */
  public ChargerId idOf(int number) {
    return new ChargerId(id.replace(NUMBER, Integer.toString(number)));
  }

  /** Chargers that take turns with these connectors, tags and sessions. */
  public SimulateOptions withSession(
      int connectors,
      int sessions,
      Duration meterInterval,
      int meterReadings,
      List<String> idTags) {
    return new SimulateOptions(
        version,
        id,
        url,
        count,
        connectors,
        listenHost,
        listenPort,
        scenario,
        sessions,
        meterInterval,
        meterReadings,
        heartbeat,
        speed,
        seed,
        duration,
        keepAlive,
        startRate,
        attempts,
        retryInterval,
        callTimeout,
        idTags);
  }

  /** So many chargers that do this. */
  public SimulateOptions withScenario(Scenario scenario, int count) {
    return new SimulateOptions(
        version,
        id,
        url,
        count,
        connectors,
        listenHost,
        listenPort,
        scenario,
        sessions,
        meterInterval,
        meterReadings,
        heartbeat,
        speed,
        seed,
        duration,
        keepAlive,
        startRate,
        attempts,
        retryInterval,
        callTimeout,
        idTags);
  }

  /** Other waits. */
  public SimulateOptions withPace(double speed, Duration heartbeat, Duration duration) {
    return new SimulateOptions(
        version,
        id,
        url,
        count,
        connectors,
        listenHost,
        listenPort,
        scenario,
        sessions,
        meterInterval,
        meterReadings,
        heartbeat,
        speed,
        seed,
        duration,
        keepAlive,
        startRate,
        attempts,
        retryInterval,
        callTimeout,
        idTags);
  }

  /** Other ways to send and to repeat. */
  public SimulateOptions withSending(
      boolean keepAlive, int attempts, Duration retryInterval, Duration callTimeout) {
    return new SimulateOptions(
        version,
        id,
        url,
        count,
        connectors,
        listenHost,
        listenPort,
        scenario,
        sessions,
        meterInterval,
        meterReadings,
        heartbeat,
        speed,
        seed,
        duration,
        keepAlive,
        startRate,
        attempts,
        retryInterval,
        callTimeout,
        idTags);
  }

  private static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + ": has to be from " + least + " to " + most + ", not " + value);
    }
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + ": must not be negative");
    }
  }
}
