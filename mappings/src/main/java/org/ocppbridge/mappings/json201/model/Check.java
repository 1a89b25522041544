package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Reason;

/** Whether a value may stand in a variable (2.0.1 B05; MR B8). */
final class Check {

  /** No sound number is longer. */
  private static final int DIGITS_MAX = 30;

  /** Why a value may not stand there. */
  record Fault(Reason reason, String why) {}

  private Check() {}

  /** What is wrong with a value; empty if nothing is. */
  static Optional<Fault> fault(Placed variable, String value) {
    return switch (variable.type()) {
      case BOOLEAN -> unless(value.equals("true") || value.equals("false"), "not true or false");
      case DATE_TIME -> unless(Times.read(value).isPresent(), "not a time");
      case INTEGER ->
          Numbers.whole(value).isPresent()
              ? range(variable, new BigDecimal(value.strip()))
              : unless(false, "not a whole number of at most nine digits");
      case DECIMAL ->
          Numbers.decimal(value, DIGITS_MAX)
              .map(number -> range(variable, number))
              .orElseGet(() -> unless(false, "not a decimal number"));
      case STRING -> range(variable, BigDecimal.valueOf(value.codePointCount(0, value.length())));
      case OPTION_LIST -> list(variable, List.of(value));
      case MEMBER_LIST, SEQUENCE_LIST -> list(variable, Conversions.items(value));
    };
  }

  private static Optional<Fault> unless(boolean sound, String why) {
    return sound ? Optional.empty() : Optional.of(new Fault(Reason.INVALID_VALUE, why));
  }

  private static Optional<Fault> range(Placed variable, BigDecimal number) {
    boolean low = variable.min().filter(min -> number.compareTo(min) < 0).isPresent();
    boolean high = variable.max().filter(max -> number.compareTo(max) > 0).isPresent();
    return low || high
        ? Optional.of(
            new Fault(
                Reason.VALUE_OUT_OF_RANGE,
                (variable.type().number() ? "the value" : "the length")
                    + (low ? " is below " + variable.min().get() : "")
                    + (high ? " is over " + variable.max().get() : "")))
        : Optional.empty();
  }

  private static Optional<Fault> list(Placed variable, List<String> items) {
    List<String> allowed = Conversions.items(variable.values()).stream().map(Check::fold).toList();
    Optional<String> unknown =
        items.stream()
            .filter(item -> !allowed.isEmpty() && !allowed.contains(fold(item)))
            .findFirst();
    if (unknown.isPresent()) {
      return unless(false, "'" + unknown.get() + "' is not in its valuesList");
    }
    boolean distinct =
        new HashSet<>(items.stream().map(Check::fold).toList()).size() == items.size();
    return unless(distinct, "an item stands in it twice");
  }

  private static String fold(String item) {
    return item.toLowerCase(Locale.ROOT);
  }
}
