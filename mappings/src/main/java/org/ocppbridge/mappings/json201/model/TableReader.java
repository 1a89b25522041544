package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.base.HardWired.Tier;
import org.ocppbridge.mappings.json201.model.Definition.Range;

/** Reads a row of {@link VariableTable}. */
final class TableReader {

  private static final int COLUMNS = 9;

  private static final Map<String, SoapVersion> VERSIONS =
      Map.of("12", SoapVersion.V12, "15", SoapVersion.V15, "16", SoapVersion.V16);

  private static final Map<String, Tier> TIERS =
      Map.of(
          "EVSE", Tier.EVSE,
          "Connector", Tier.CONNECTOR,
          "FiscalMetering", Tier.EVSE,
          "TemperatureSensor", Tier.EVSE,
          "ConnectedEV", Tier.EVSE);

  private TableReader() {}

  static Definition row(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
    }
    boolean required = cells[1].startsWith("!");
    return new Definition(
        TIERS.getOrDefault(cells[0], Tier.STATION),
        cells[0],
        required ? cells[1].substring(1) : cells[1],
        cells[2],
        required,
        DataType.of(cells[3]),
        cells[4],
        Mutability.valueOf(cells[5]),
        range(cells[6]),
        cells[7],
        source(cells[8]));
  }

  private static Range range(String cell) {
    int dots = cell.indexOf("..");
    if (dots < 0) {
      return Range.NONE;
    }
    String max = cell.substring(dots + 2);
    boolean key = max.startsWith("{");
    return new Range(
        number(cell.substring(0, dots)),
        key ? Optional.empty() : number(max),
        key ? max.substring(1, max.length() - 1) : "");
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private static Source source(String cell) {
    String[] words = cell.split(" ", -1);
    String rest = cell.substring(Math.min(cell.length(), words[0].length() + 1));
    return switch (words[0]) {
      case "key", "both" ->
          new Source.Key(words[1], version(words[2]), words[0].equals("both"), otherwise(words));
      case "link" -> new Source.Link(rest);
      case "own" -> new Source.Own(rest);
      case "is" -> new Source.Fixed(rest);
      case "made" -> new Source.Made(rest);
      case "secret" -> new Source.Secret();
      case "rotation" -> new Source.Rotation();
      case "follows" -> new Source.Follows(words[1], words[2], version(words[3]));
      default -> throw new IllegalArgumentException("no source '" + cell + "'");
    };
  }

  private static SoapVersion version(String word) {
    SoapVersion version = VERSIONS.get(word);
    if (version == null) {
      throw new IllegalArgumentException("no version '" + word + "'");
    }
    return version;
  }

  private static Optional<Source.Otherwise> otherwise(String[] words) {
    return words.length > 4 && words[3].equals("else")
        ? Optional.of(
            new Source.Otherwise(Mutability.valueOf(words[4]), words.length > 5 ? words[5] : ""))
        : Optional.empty();
  }
}
