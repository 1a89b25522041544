package org.ocppbridge.mappings.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Loss;

/** Times on the CSMS's side: RFC 3339, UTC, at most three fraction digits (MR 0.2, D1). */
public final class Times {

  /** A charger that says an earlier time has not had its clock set yet (MR D1). */
  private static final Instant CLOCK_SET = Instant.parse("2010-01-01T00:00:00Z");

  /** RFC 3339 has four digits for the year. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  private Times() {}

  /** As a text of the CSMS's side. */
  public static String write(Instant time) {
    Instant writable = time.isAfter(END) ? END : time;
    return writable.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Reads a time as CSMSs write it; one without offset is UTC. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException e) {
      return readWithoutOffset(text.strip());
    }
  }

  private static Optional<Instant> readWithoutOffset(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The charger's time if it can be true, else the time of receipt, named as a loss. */
  public static Instant sane(Instant time, Instant now, String field, List<Loss> losses) {
    if (time == null) {
      losses.add(Loss.defaulted(field, "was missing, the time of receipt stands for it"));
      return now;
    }
    if (time.isBefore(CLOCK_SET) || time.isAfter(END)) {
      losses.add(
          Loss.changed(field, "was " + time + ", the charger's clock is not set: time of receipt"));
      return now;
    }
    return time;
  }
}
