package org.ocppbridge.mappings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The security events of a charger, the oldest first (2.0.1 A04, N01). All that were told to the
 * CSMS stand in it, whether or not they reached it.
 */
public record SecurityLog(List<Entry> entries) {

  /** Most entries; the oldest make room. */
  public static final int MAX = 200;

  /** No entry. */
  public static final SecurityLog NONE = new SecurityLog(List.of());

  private static final String ACTION = "SecurityEventNotification";

  /**
   * An event.
   *
   * @param type as the contract names it
   * @param info for people; may be empty
   */
  public record Entry(Instant at, String type, String info) {}

  /** An event happened. */
  public record Logged(Entry entry) implements Change {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(new SecurityLog(Copies.with(s.securityLog().entries(), entry, MAX)));
    }
  }

  /** What the messages to the CSMS tell of security events. */
  public static List<Change> of(List<Message> messages) {
    return messages.stream()
        .filter(message -> message.action().equals(ACTION))
        .flatMap(message -> entry(message).stream())
        .<Change>map(Logged::new)
        .toList();
  }

  private static Optional<Entry> entry(Message message) {
    try {
      return Optional.of(
          new Entry(
              Instant.parse(message.payload().path("timestamp").asText()),
              message.payload().path("type").asText(),
              message.payload().path("techInfo").asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A line for each entry of a time: time, type and information, apart by tabs. */
  public String text(Optional<Instant> from, Optional<Instant> to) {
    return entries.stream()
        .filter(e -> from.isEmpty() || !e.at().isBefore(from.get()))
        .filter(e -> to.isEmpty() || !e.at().isAfter(to.get()))
        .map(e -> e.at() + "\t" + e.type() + "\t" + Printable.of(e.info()) + "\n")
        .collect(Collectors.joining());
  }
}
