package org.ocppbridge.adapter.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.ocppbridge.adapter.config.Values;
import org.ocppbridge.adapter.simulate.Scenario;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments are read that are no plain text or numbers. */
final class Converters {

  private Converters() {}

  static void register(CommandLine line) {
    line.registerConverter(SoapVersion.class, of(SoapVersion::of));
    line.registerConverter(Target.class, of(Target::of));
    line.registerConverter(Scenario.class, of(Scenario::of));
    line.registerConverter(Duration.class, of(Values::duration));
    line.registerConverter(Instant.class, of(Converters::instant));
  }

  private static <T> ITypeConverter<T> of(Function<String, T> read) {
    return text -> {
      try {
        return read.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time such as 2026-01-31T12:00:00Z", e);
    }
  }
}
