package org.ocppbridge.adapter.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * A request on its way to an endpoint.
 *
 * @param exchange it
 * @param path values of the names in the route's template
 * @param form what was posted; empty of a GET
 */
record Call(HttpServerExchange exchange, Map<String, String> path, Form form) {

  /** What answers. What it throws as {@link Problem.Thrown} becomes the answer. */
  @FunctionalInterface
  interface Endpoint {
    void answer(Call call) throws Exception;
  }

  /** A value of the path. */
  String path(String name) {
    return path.get(name);
  }

  /** A parameter of the query or a field of the form; empty text counts as none. */
  Optional<String> value(String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name))
        .map(Deque::peekFirst)
        .or(() -> form.field(name))
        .filter(text -> !text.isEmpty());
  }

  /**
   * The same, needed.
   *
   * @throws Problem.Thrown if it is missing
   */
  String needed(String name) {
    return value(name).orElseThrow(() -> bad(name + " is needed"));
  }

  /**
   * A whole number.
   *
   * @throws Problem.Thrown if it is none, or out of range
   */
  Optional<Long> number(String name, long min, long max) {
    return value(name)
        .map(
            text -> {
              long number = text.matches("-?\\d{1,18}") ? Long.parseLong(text) : Long.MIN_VALUE;
              if (number < min || number > max) {
                throw bad("%s has to be a number from %d to %d".formatted(name, min, max));
              }
              return number;
            });
  }

  /**
   * Yes or no.
   *
   * @throws Problem.Thrown if it is neither {@code true} nor {@code false}
   */
  boolean flag(String name) {
    String text = value(name).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw bad(name + " has to be true or false");
    }
    return text.equals("true");
  }

  static Problem.Thrown bad(String detail) {
    return new Problem.Thrown(StatusCodes.BAD_REQUEST, detail);
  }

  static Problem.Thrown missing(String detail) {
    return new Problem.Thrown(StatusCodes.NOT_FOUND, detail);
  }
}
