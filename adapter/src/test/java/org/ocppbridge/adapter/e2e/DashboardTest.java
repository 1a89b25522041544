package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** The dashboard and the alert rules ask for metrics that there are. */
class DashboardTest {

  private static final Path DASHBOARD = Path.of("../docker/grafana/ocpp-bridge.json");
  private static final Path ALERTS = Path.of("../docker/prometheus/alerts.yml");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:ocppbridge|jvm|process|system)_[a-z_]+");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

  private static List<String> expressions() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
    JsonNode alerts = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(ALERTS));
    List<String> found = new ArrayList<>();
    dashboard.findValues("expr").forEach(node -> found.add(node.asText()));
    alerts.findValues("expr").forEach(node -> found.add(node.asText()));
    return found;
  }

  private static Set<String> metricsIn(String text) {
    return METRIC
        .matcher(STRING.matcher(text).replaceAll("\"\""))
        .results()
        .map(hit -> hit.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A session in which everything that is counted happens at least once. */
  private static String played() {
    try (Stage stage = Stage.with(Csms.start())) {
      Soap charger = stage.charger(SoapVersion.V16, "CP-1", stage.endpoint(SoapVersion.V16));
      charger.boot();
      int transaction = charger.start(1, "TAG", 1000).number("transactionId");
      charger.ask("MeterValues", Soap.field("connectorId", "1") + Soap.field("unknown", "1"));
      charger.ask(
          "StatusNotification",
          Soap.field("connectorId", 1)
              + Soap.field("status", "Dancing")
              + Soap.field("errorCode", "NoSuchCode"));
      charger.stop(transaction, "TAG", 2000);
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      get("http://127.0.0.1:" + stage.bridge().soapAddress().getPort() + "/elsewhere");
      return stage.admin("/metrics");
    }
  }

  private static void get(String url) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      int status =
          http.send(
                  HttpRequest.newBuilder(URI.create(url)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      assertThat(status).isEqualTo(404);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void every_metric_that_is_asked_for_exists() throws IOException {
    Set<String> asked = new TreeSet<>();
    expressions().forEach(expression -> asked.addAll(metricsIn(expression)));

    Set<String> there =
        played()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]")[0])
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).hasSizeGreaterThan(25);
    assertThat(there).containsAll(asked);
  }

  @Test
  void every_expression_has_its_brackets_and_quotes_in_pairs() throws IOException {
    assertThat(expressions()).hasSizeGreaterThan(40).allMatch(DashboardTest::isPaired);
  }

  private static boolean isPaired(String expression) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : STRING.matcher(expression).replaceAll("").toCharArray()) {
      int kind = "([{)]}".indexOf(c);
      if (kind >= 0 && kind < 3) {
        open.push(")]}".charAt(kind));
      } else if (kind >= 3 && (open.isEmpty() || open.pop() != c) || c == '"') {
        return false;
      }
    }
    return open.isEmpty();
  }

  @Test
  void every_alert_says_why_and_what_to_do() throws IOException {
    JsonNode rules =
        new ObjectMapper(new YAMLFactory())
            .readTree(Files.readString(ALERTS))
            .path("groups")
            .path(0)
            .path("rules");

    assertThat(rules).hasSizeGreaterThan(10);
    for (JsonNode rule : rules) {
      assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning", "info");
      for (String text : List.of("summary", "reason", "action")) {
        assertThat(rule.path("annotations").path(text).asText()).as(rule + " " + text).isNotEmpty();
      }
    }
  }
}
