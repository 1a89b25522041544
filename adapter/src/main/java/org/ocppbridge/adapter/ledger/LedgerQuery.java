package org.ocppbridge.adapter.ledger;

import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The parameters of a request to {@link LedgerApi}. What cannot be meant is refused by name. */
record LedgerQuery(Map<String, Deque<String>> parameters) {
  private static final Set<String> KNOWN =
      Set.of(
          "charger",
          "operation",
          "outcome",
          "from",
          "to",
          "seq",
          "text",
          "before",
          "limit",
          "full");

  LedgerQuery(HttpServerExchange exchange) {
    this(exchange.getQueryParameters());
  }

  LedgerQuery {
    for (String name : parameters.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "there is no parameter of this name; there are " + KNOWN);
      }
    }
  }

  Filter filter() {
    return new Filter(
        text("charger"),
        text("operation"),
        text("outcome").map(LedgerQuery::outcome),
        time("from"),
        time("to"),
        number("seq"),
        text("text"));
  }

  long before() {
    return number("before").orElse(Long.MAX_VALUE);
  }

  int limit(int usual) {
    long limit = number("limit").orElse((long) usual);
    if (limit < 1 || limit > ExchangeLedger.PAGE_MAX) {
      throw new IllegalArgumentException("limit is not from 1 to " + ExchangeLedger.PAGE_MAX);
    }
    return (int) limit;
  }

  /** Without texts, unless they are asked for. */
  UnaryOperator<Exchange> shape() {
    boolean full = text("full").map(Boolean::parseBoolean).orElse(false);
    return full ? UnaryOperator.identity() : Exchange::bare;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name))
        .map(Deque::peekFirst)
        .filter(value -> !value.isEmpty());
  }

  private Optional<Long> number(String name) {
    return text(name)
        .map(
            value -> {
              if (!value.matches("\\d{1,18}")) {
                throw new IllegalArgumentException(name + " is no number");
              }
              return Long.valueOf(value);
            });
  }

  private Optional<Instant> time(String name) {
    try {
      return text(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " is no time such as 2026-05-01T10:00:00Z", e);
    }
  }

  private static Outcome outcome(String word) {
    return Outcome.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "outcome is none of "
                        + Arrays.stream(Outcome.values()).map(Outcome::word).toList()));
  }
}
