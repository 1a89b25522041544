package org.ocppbridge.adapter.witness;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.adapter.witness.Deviation.Kind;

/** Checks single values against the scalar types of a {@link Contract}. */
final class Scalars {
  private static final String STRING = "string";

  private final Contract contract;

  Scalars(Contract contract) {
    this.contract = contract;
  }

  /**
   * Checks a text.
   *
   * @param type the field's type, a scalar or an enumeration
   * @param path where the value is, for people
   */
  Optional<Deviation> check(String type, String value, String path) {
    Set<String> allowed = contract.enumeration(type);
    if (allowed != null) {
      return when(
          !allowed.contains(value), Kind.VALUE, path + ": '" + value + "' is none of " + allowed);
    }
    if (type.equals("any")) {
      return Optional.empty();
    }
    if (type.startsWith(STRING)) {
      int most =
          type.equals(STRING)
              ? Integer.MAX_VALUE
              : Integer.parseInt(type.substring(STRING.length()));
      int length = value.codePointCount(0, value.length());
      return when(
          length > most,
          Kind.VALUE,
          path + ": has " + length + " characters, " + most + " are allowed");
    }
    return when(
        !readable(type, value),
        Kind.TYPE,
        path + ": '" + value + "' is not of type " + type.toLowerCase(Locale.ROOT));
  }

  private static boolean readable(String type, String value) {
    return switch (type) {
      case "int" ->
          value.matches("[+-]?\\d{1,10}") && Math.abs(Long.parseLong(value)) <= Integer.MAX_VALUE;
      case "decimal" -> value.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
      case "boolean" -> value.matches("true|false|1|0");
      case "time" -> isTime(value);
      case "uri" -> isUri(value);
      default ->
          throw new IllegalStateException("no scalar type '" + type + "' in the contract notation");
    };
  }

  private static boolean isTime(String value) {
    try {
      OffsetDateTime.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUri(String value) {
    try {
      new URI(value);
      return !value.isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static Optional<Deviation> when(boolean wrong, Kind kind, String text) {
    return wrong ? Optional.of(new Deviation(kind, text)) : Optional.empty();
  }
}
