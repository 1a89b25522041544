package org.ocppbridge.adapter.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.ReloadOptions;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.config.ConfigException;
import org.ocppbridge.adapter.console.AdminServer;
import org.ocppbridge.mappings.Printable;

/** {@code reload}: has the bridge that runs on the data folder read its settings again. */
public final class ReloadProgram implements Program<ReloadOptions> {

  private static final int REFUSED = 422;

  @Override
  public int run(ReloadOptions options, Surroundings surroundings) throws Exception {
    AdminClient bridge = AdminClient.running(options.config());
    String path = AdminServer.RELOAD + (options.now() ? "?now=true" : "");
    HttpResponse<String> answer =
        bridge.ask(bridge.request(path).POST(HttpRequest.BodyPublishers.noBody()));
    if (answer.statusCode() != REFUSED) {
      AdminClient.check(answer);
    }
    JsonNode outcome = new ObjectMapper().readTree(answer.body());
    List<String> problems = texts(outcome.path("problems"));
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    texts(outcome.path("notes")).forEach(note -> surroundings.out().println("note: " + note));
    surroundings
        .out()
        .println(
            "the settings are in force; chargers touched: " + outcome.path("chargers").asInt());
    texts(outcome.path("waiting"))
        .forEach(
            charger ->
                surroundings
                    .out()
                    .println("charger " + charger + " finishes first what it began where it is"));
    return 0;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(Printable.of(text.asText())));
    return texts;
  }
}
