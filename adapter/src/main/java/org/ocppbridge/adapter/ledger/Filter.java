package org.ocppbridge.adapter.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which exchanges are wanted.
 *
 * @param charger whose, exactly
 * @param operation what was asked, by any of its names; letter case does not matter
 * @param outcome how it ended
 * @param from begun then or later
 * @param to begun before
 * @param seq the number of a message that was kept: its exchange, and those that sent it
 * @param text what stands in one of its messages, say an idTag or a transaction's number; letter
 *     case does not matter
 */
public record Filter(
    Optional<String> charger,
    Optional<String> operation,
    Optional<Outcome> outcome,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Long> seq,
    Optional<String> text) {

  /** All exchanges. */
  public static final Filter ALL =
      new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** All of one charger. */
  public static Filter of(String charger) {
    return new Filter(
        Optional.of(charger),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same of one operation only. */
  public Filter withOperation(String name) {
    return new Filter(charger, Optional.of(name), outcome, from, to, seq, text);
  }

  /** The same of one outcome only. */
  public Filter withOutcome(Outcome wanted) {
    return new Filter(charger, operation, Optional.of(wanted), from, to, seq, text);
  }

  /** The same within a time. */
  public Filter within(Instant begin, Instant end) {
    return new Filter(charger, operation, outcome, Optional.of(begin), Optional.of(end), seq, text);
  }

  /** The same with a text. */
  public Filter withText(String wanted) {
    return new Filter(charger, operation, outcome, from, to, seq, Optional.of(wanted));
  }

  /** Whether an exchange is one of them. */
  public boolean wants(Exchange exchange) {
    return charger.map(exchange.charger()::equals).orElse(true)
        && outcome.map(wanted -> wanted == exchange.outcome()).orElse(true)
        && operation.map(name -> isNamed(exchange, name)).orElse(true)
        && from.map(begin -> !exchange.began().isBefore(begin)).orElse(true)
        && to.map(exchange.began()::isBefore).orElse(true)
        && seq.map(s -> exchange.seq() == s || exchange.kept().contains(s)).orElse(true)
        && text.map(wanted -> holds(exchange, wanted)).orElse(true);
  }

  private static boolean isNamed(Exchange exchange, String name) {
    return exchange.operation().equalsIgnoreCase(name)
        || exchange.actions().stream().anyMatch(name::equalsIgnoreCase);
  }

  private static boolean holds(Exchange exchange, String wanted) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    return exchange.wire().stream()
        .map(Wire::text)
        .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(lower));
  }
}
