package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * What the connectors of a charger reported.
 *
 * @param all by number; 0 is the main controller; at most {@value #MAX}
 */
public record Connectors(SortedMap<Integer, Connector> all) {

  /**
   * Most connectors remembered of one charger; reports of others are passed on but not remembered.
   */
  public static final int MAX = 500;

  static final Connectors NONE = new Connectors(Collections.unmodifiableSortedMap(new TreeMap<>()));

  /**
   * One connector.
   *
   * @param status its last report
   * @param statusAt when that came
   * @param faultedAt when it last reported Faulted
   * @param endedSinceAvailable whether a transaction has ended on it since it was last Available
   * @param samples its last meter values
   * @param samplesAt when those came
   * @param unlockedAt when the CSMS last had it unlocked
   */
  public record Connector(
      Optional<StatusNotification.Request> status,
      Instant statusAt,
      Instant faultedAt,
      boolean endedSinceAvailable,
      List<MeterValue> samples,
      Instant samplesAt,
      Instant unlockedAt) {

    private static final Connector NEW =
        new Connector(
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            false,
            List.of(),
            Instant.EPOCH,
            Instant.EPOCH);

    Connector reported(StatusNotification.Request report, Instant now) {
      boolean ended = endedSinceAvailable && report.status() != ConnectorStatus.AVAILABLE;
      Instant faulted = report.status() == ConnectorStatus.FAULTED ? now : faultedAt;
      return new Connector(
          Optional.of(report), now, faulted, ended, samples, samplesAt, unlockedAt);
    }

    Connector ended(boolean ended) {
      return new Connector(status, statusAt, faultedAt, ended, samples, samplesAt, unlockedAt);
    }

    Connector sampled(List<MeterValue> values, Instant now) {
      return new Connector(
          status, statusAt, faultedAt, endedSinceAvailable, values, now, unlockedAt);
    }

    Connector unlocked(Instant now) {
      return new Connector(
          status, statusAt, faultedAt, endedSinceAvailable, samples, samplesAt, now);
    }
  }

  /** A connector; a blank one if it was never heard of. */
  public Connector get(int number) {
    return all.getOrDefault(number, Connector.NEW);
  }

  Connectors change(int number, UnaryOperator<Connector> change) {
    if (!all.containsKey(number) && all.size() >= MAX) {
      return this;
    }
    return new Connectors(Copies.with(all, number, change.apply(get(number))));
  }
}
