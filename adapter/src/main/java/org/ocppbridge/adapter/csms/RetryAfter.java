package org.ocppbridge.adapter.csms;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds, or an HTTP date (RFC 9110 §10.2.3). */
final class RetryAfter {

  /** Longest time a CSMS can make a link wait. */
  static final Duration MAX = Duration.ofHours(1);

  private RetryAfter() {}

  /** What it asks for; empty if it is absent or makes no sense. */
  static Optional<Duration> of(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    Duration asked;
    try {
      asked =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    if (!asked.isPositive()) {
      return Optional.empty();
    }
    return Optional.of(asked.compareTo(MAX) > 0 ? MAX : asked);
  }
}
