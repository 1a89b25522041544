package org.ocppbridge.adapter.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.cli.TraceOptions;
import org.ocppbridge.adapter.ledger.LedgerApi;
import org.ocppbridge.mappings.Printable;

/** {@code trace}: follows the exchanges of the running bridge as they end, until it is stopped. */
public final class TraceProgram implements Program<TraceOptions> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public int run(TraceOptions options, Surroundings surroundings)
      throws IOException, InterruptedException {
    AdminClient bridge = AdminClient.running(options.config());
    TracePrinter printer =
        new TracePrinter(surroundings.out(), surroundings.terminal().get(), options.full());
    try (HttpClient http = bridge.http()) {
      int shown = 0;
      while (options.count() == 0 || shown < options.count()) {
        HttpResponse<Stream<String>> answer =
            http.send(bridge.endless(path(options)).build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
          if (answer.statusCode() != 200) {
            throw refused(bridge.admin(), answer.statusCode(), lines);
          }
          surroundings.err().println("watching the bridge at " + bridge.admin());
          shown += show(lines.iterator(), options, shown, surroundings, printer);
        }
      }
    }
    return 0;
  }

  /** Until the bridge ends the stream, or enough is shown; returns how many were. */
  private static int show(
      Iterator<String> lines,
      TraceOptions options,
      int before,
      Surroundings surroundings,
      TracePrinter printer)
      throws JsonProcessingException {
    int shown = 0;
    String event = "";
    while (lines.hasNext() && (options.count() == 0 || before + shown < options.count())) {
      String line = lines.next();
      if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ") && event.equals("missed")) {
        surroundings.err().println(line.substring(6) + " exchanges came too fast to be shown");
      } else if (line.startsWith("data: ")) {
        show(line.substring(6), options, surroundings, printer);
        shown++;
      }
    }
    return shown;
  }

  private static void show(
      String data, TraceOptions options, Surroundings surroundings, TracePrinter printer)
      throws JsonProcessingException {
    if (options.json()) {
      surroundings.out().println(data);
      return;
    }
    JsonNode exchange = JSON.readTree(data);
    printer.print(exchange);
  }

  private static IOException refused(URI bridge, int status, Stream<String> lines) {
    String says = lines.limit(5).collect(Collectors.joining(" "));
    return new IOException(
        "the bridge at %s says %d: %s".formatted(bridge, status, Printable.of(says)));
  }

  private static String path(TraceOptions options) {
    StringBuilder path = new StringBuilder(LedgerApi.PATH).append("/live?full=true");
    options.charger().ifPresent(id -> add(path, "charger", id));
    options.operation().ifPresent(name -> add(path, "operation", name));
    options.outcome().ifPresent(word -> add(path, "outcome", word));
    return path.toString();
  }

  private static void add(StringBuilder path, String name, String value) {
    path.append('&').append(name).append('=');
    path.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
