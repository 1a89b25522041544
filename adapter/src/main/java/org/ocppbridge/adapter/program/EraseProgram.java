package org.ocppbridge.adapter.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.ocppbridge.adapter.cli.EraseOptions;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.console.AdminServer;
import org.ocppbridge.adapter.console.Operator;

/** {@code erase}: has the running bridge take a driver's token out of all that it keeps. */
public final class EraseProgram implements Program<EraseOptions> {

  @Override
  public int run(EraseOptions options, Surroundings surroundings)
      throws IOException, InterruptedException {
    AdminClient bridge = AdminClient.running(options.config());
    String form = "token=" + URLEncoder.encode(options.token(), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        bridge.ask(
            bridge
                .longRequest(AdminServer.ERASE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    AdminClient.check(answer);
    JsonNode erased = new JsonMapper().readTree(answer.body());
    surroundings
        .out()
        .println(
            "erased "
                + new Operator.Erased(
                        erased.path("exchanges").asLong(),
                        erased.path("deadLetters").asLong(),
                        erased.path("chargers").asLong())
                    .words());
    return 0;
  }
}
