package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.simulate.SimulatedCharger;
import org.ocppbridge.mappings.SoapVersion;

/** What {@code openapi.json} says is what the server does, for every path and method. */
class OpenApiTest {

  /** What to send where an example is needed. */
  private static final Map<String, String> BODIES =
      Map.of(
          "reset", "{\"type\":\"Soft\"}",
          "triggerStatus", "{\"connector\":1}",
          "retryDeadLetter", "{\"charger\":\"CP 1\",\"number\":7}",
          "dropDeadLetter", "{\"charger\":\"CP 1\",\"number\":7}",
          "eraseToken", "{\"token\":\"TAG-9\"}");

  /** Streams: what comes first is enough. */
  private static final List<String> STREAMS = List.of("events", "liveExchanges");

  private final JsonNode api = read();
  private final HttpClient http = HttpClient.newHttpClient();

  private static JsonNode read() {
    try {
      JsonNode document = Json.MAPPER.readTree(Assets.resource("openapi.json"));
      closed(document.path("components").path("schemas"));
      return document;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Clients have to put up with more fields than are described; this test has not. */
  private static void closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.has("properties")
        && object.path("type").asText().equals("object")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiTest::closed);
  }

  @Test
  void everyRouteOfTheApiIsDescribedAndNoOther() {
    try (AdminServer server = server(FakeFleet.of(3))) {
      List<String> routes =
          server.routes().stream().filter(route -> route.contains(" /api/")).toList();
      List<String> described = new ArrayList<>();
      api.path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method ->
                              described.add(
                                  method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
      assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
    }
  }

  @Test
  void everyAnswerIsAsItsSchemaSays() throws Exception {
    try (AdminServer server = server(new FakeFleet(FakeFleet.row("CP 1", "UP", 2)))) {
      URI base = URI.create("http://127.0.0.1:" + server.address().getPort());
      walk(base, AdminServerTest.TOKEN, Map.of("id", "CP%201", "charger", "CP%201"), "exchange");
    }
  }

  @Test
  void everyAnswerOfARunningBridgeIsAsItsSchemaSays() throws Exception {
    try (ConsoleStage stage = new ConsoleStage()) {
      SimulatedCharger charger = stage.charger(SoapVersion.V16, "CP 1");
      charger.start(1, "TAG-1");
      charger.meterValues(1);
      stage.deadLetterOf("CP 1");
      JsonNode exchanges = awaitExchanges(stage);
      String id = exchanges.path(0).path("id").asText();
      assertThat(exchanges).isNotEmpty();
      walk(stage.url(), ConsoleStage.TOKEN, Map.of("id", "CP%201", "charger", "CP%201"), "none");
      check(stage.url(), ConsoleStage.TOKEN, "/api/v1/exchanges/" + id, "exchange");
    }
  }

  private JsonNode awaitExchanges(ConsoleStage stage) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Json.MAPPER
                    .readTree(get(stage.url(), "/api/v1/exchanges?full=true", ConsoleStage.TOKEN))
                    .path("exchanges"),
            found -> found.size() > 3);
  }

  private String get(URI base, String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  /**
   * @param skipped an operation whose example is not there
   */
  private void walk(URI base, String token, Map<String, String> values, String skipped)
      throws Exception {
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        String name = operation.path("operationId").asText();
        if (!name.equals(skipped) && !name.equals("exchange")) {
          ask(base, token, method.getKey(), path.getKey(), operation, values);
          strangersAreTurnedAway(base, method.getKey(), path.getKey());
        }
      }
    }
    unknown(base, token);
  }

  private void ask(
      URI base,
      String token,
      String method,
      String template,
      JsonNode operation,
      Map<String, String> values)
      throws Exception {
    String path = template;
    String query = "";
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", values.get(name));
      } else if (parameter.path("required").asBoolean()) {
        query += "?" + name + "=" + values.get(name);
      }
    }
    String name = operation.path("operationId").asText();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path + query))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json");
    if (method.equals("post")) {
      request.POST(BodyPublishers.ofString(BODIES.getOrDefault(name, "{}")));
    }
    compare(name, operation, http.send(request.build(), BodyHandlers.ofInputStream()));
  }

  private void compare(String name, JsonNode operation, HttpResponse<InputStream> answer)
      throws IOException {
    JsonNode described = operation.path("responses").path(Integer.toString(answer.statusCode()));
    assertThat(described.isMissingNode()).as(name + ": " + answer.statusCode()).isFalse();
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    try (InputStream body = answer.body()) {
      if (STREAMS.contains(name) && answer.statusCode() == 200) {
        assertThat(described.path("content").has(type)).as(name + ": " + type).isTrue();
        return;
      }
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      String media = answer.statusCode() == 200 ? "content" : "$ref";
      assertThat(described.has(media)).as(name).isTrue();
      if (answer.statusCode() != 200) {
        valid(name, api.path("components").path("schemas").path("Problem"), text);
      } else if (type.equals("application/json")) {
        valid(name, described.path("content").path(type).path("schema"), text);
      } else {
        assertThat(described.path("content").has(type)).as(name + ": " + type).isTrue();
      }
    }
  }

  private void check(URI base, String token, String path, String name) throws Exception {
    JsonNode operation = api.path("paths").path("/api/v1/exchanges/{id}").path("get");
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).as(name).isEqualTo(200);
    compare(name, operation, answer);
  }

  private void strangersAreTurnedAway(URI base, String method, String template) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(template.replaceAll("[{}]", "")));
    if (method.equals("post")) {
      request.POST(BodyPublishers.noBody());
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(method + " " + template).isEqualTo(401);
    valid(template, api.path("components").path("schemas").path("Problem"), answer.body());
  }

  private void unknown(URI base, String token) throws Exception {
    for (String path : List.of("/api/v1/chargers/nobody", "/api/v1/nothing")) {
      String answer = get(base, path, token);
      valid(path, api.path("components").path("schemas").path("Problem"), answer);
    }
  }

  /** The schema alone, with the others where its references look for them. */
  private void valid(String what, JsonNode schema, String text) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", api.path("components"));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(whole.toString(), InputFormat.JSON);
    assertThat(compiled.validate(text, InputFormat.JSON)).as(what + ": " + text).isEmpty();
  }

  private static AdminServer server(FakeFleet fleet) {
    return new AdminServer(
        new AdminSettings(
            "127.0.0.1", 0, Optional.empty(), Duration.ofHours(1), InstantSource.system()),
        AdminToken.configured(AdminServerTest.TOKEN),
        new AuditLog(Optional.empty(), InstantSource.system()),
        fleet.operator());
  }
}
