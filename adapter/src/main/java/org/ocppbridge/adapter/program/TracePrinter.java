package org.ocppbridge.adapter.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ocppbridge.adapter.demo.Ink;
import org.ocppbridge.adapter.demo.PrettyJson;
import org.ocppbridge.adapter.demo.PrettyXml;
import org.ocppbridge.adapter.demo.Terminal;
import org.ocppbridge.adapter.demo.TwoColumns;
import org.ocppbridge.mappings.Printable;

/** Prints exchanges for people: SOAP on the left, JSON on the right, and what went wrong. */
final class TracePrinter {
  private static final JsonMapper JSON = new JsonMapper();

  private final PrintStream out;
  private final TwoColumns columns;
  private final boolean colour;
  private final boolean full;

  /**
   * @param full whether envelopes are shown whole, not their bodies alone
   */
  TracePrinter(PrintStream out, Terminal terminal, boolean full) {
    this.out = out;
    this.columns = new TwoColumns(terminal.width(), terminal.colour());
    this.colour = terminal.colour();
    this.full = full;
  }

  void print(JsonNode exchange) {
    String outcome = exchange.path("outcome").asText();
    boolean well = outcome.equals("answered") || outcome.equals("stored");
    out.println(
        columns.title(
            Printable.of(title(exchange)),
            outcome + ", " + millis(exchange.path("timing").path("total").asLong()),
            well ? Ink.TITLE : Ink.BAD));
    for (JsonNode wire : exchange.path("wire")) {
      printWire(wire);
    }
    if (exchange.hasNonNull("detail")) {
      note(exchange.path("detail").asText(), well ? Ink.PLAIN : Ink.BAD);
    }
    for (JsonNode loss : exchange.path("losses")) {
      note(
          "%s %s: %s"
              .formatted(
                  loss.path("kind").asText(),
                  loss.path("field").asText(),
                  loss.path("reason").asText()),
          Ink.ARROW);
    }
    out.println();
    out.flush();
  }

  private static String title(JsonNode exchange) {
    String who = exchange.path("charger").asText("?");
    String arrow = exchange.path("direction").asText().equals("toCsms") ? " → CSMS" : " ← CSMS";
    String by = exchange.path("origin").asText().equals("bridge") ? " (by the bridge)" : "";
    return exchange.path("began").asText()
        + " · "
        + who
        + arrow
        + by
        + " · "
        + exchange.path("operation").asText();
  }

  private void printWire(JsonNode wire) {
    String text = wire.path("text").asText();
    String at = millis(wire.path("at").asLong());
    String way = wire.path("way").asText();
    boolean soap = way.startsWith("charger") || way.endsWith("Charger");
    List<String> lines = new ArrayList<>();
    lines.add(words(way) + ", " + at + (wire.has("status") ? ", HTTP " + wire.path("status") : ""));
    lines.addAll(soap ? xml(text) : json(text));
    boolean toJson = way.equals("chargerToBridge") || way.equals("bridgeToCsms");
    columns.row(soap ? lines : List.of(), soap ? List.of() : lines, toJson).forEach(out::println);
  }

  private List<String> xml(String text) {
    return full ? PrettyXml.whole(text) : PrettyXml.body(text);
  }

  private List<String> json(String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      return frame.isArray() && !frame.isEmpty() ? PrettyJson.frame(frame, full) : List.of(text);
    } catch (JsonProcessingException notJson) {
      return List.of(text);
    }
  }

  private void note(String text, Ink ink) {
    out.println(ink.on("   " + Printable.of(text), colour));
  }

  private static String words(String way) {
    return switch (way) {
      case "chargerToBridge" -> "from the charger";
      case "bridgeToCharger" -> "to the charger";
      case "bridgeToCsms" -> "to the CSMS";
      default -> "from the CSMS";
    };
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1000.0);
  }
}
