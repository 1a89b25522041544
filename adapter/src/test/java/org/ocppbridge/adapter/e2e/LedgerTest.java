package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.ledger.LedgerApi;
import org.ocppbridge.mappings.SoapVersion;

/** What an operator finds in the ledger of a bridge at work. */
class LedgerTest {

  @Test
  void a_session_is_found_with_both_wire_forms_of_each_exchange() {
    try (Stage stage = Stage.recorded(Csms.start())) {
      Soap charger = stage.charger(SoapVersion.V15, "CP-1");
      charger.boot();
      int transaction = charger.start(1, "TAG-4711", 1000).number("transactionId");
      charger.meter(1, transaction, 1500);
      charger.stop(transaction, "TAG-4711", 2000);
      stage.awaitNothingWaits("CP-1");

      JsonNode start = awaitOne(stage, "charger=CP-1&operation=StartTransaction");

      assertThat(start.path("direction").asText()).isEqualTo("toCsms");
      assertThat(start.path("origin").asText()).isEqualTo("charger");
      assertThat(start.path("soap").asText()).isEqualTo("1.5");
      assertThat(start.path("target").asText()).isEqualTo("main");
      assertThat(start.path("protocol").asText()).isEqualTo("ocpp1.6");
      assertThat(start.path("outcome").asText()).isEqualTo("answered");
      assertThat(start.path("timing").path("total").asLong()).isPositive();
      assertThat(start.path("timing").path("csms").asLong()).isPositive();
      assertThat(start.path("kept")).hasSize(1);
      assertThat(ways(start))
          .containsExactly("chargerToBridge", "bridgeToCsms", "csmsToBridge", "bridgeToCharger");
      assertThat(text(start, 0)).contains("<idTag>TAG-4711</idTag>");
      assertThat(text(start, 1)).startsWith("[2,").contains("\"idTag\":\"TAG-4711\"");
      assertThat(text(start, 2)).startsWith("[3,").contains("\"transactionId\":900");
      assertThat(text(start, 3)).contains("transactionId>" + transaction + "<");
      assertThat(start.path("wire").get(3).path("status").asInt()).isEqualTo(200);
      JsonNode meter = awaitOne(stage, "charger=CP-1&operation=MeterValues");
      assertThat(ways(meter)).contains("chargerToBridge", "bridgeToCsms", "csmsToBridge");
      assertThat(found(stage, "charger=CP-2")).isEmpty();
      assertThat(found(stage, "text=tag-4711")).hasSize(2);
    }
  }

  @Test
  void a_command_of_the_csms_is_found_with_its_answer_and_without_its_secret() {
    try (Stage stage = Stage.recorded(Csms.start())) {
      Endpoint endpoint =
          stage
              .endpoint(SoapVersion.V16)
              .answer("ChangeConfiguration", Soap.field("status", "Accepted"))
              .answer("Reset", Soap.field("status", "Accepted"));
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
      stage.csms().awaitConnected("CP-1");
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      stage
          .csms()
          .ask("CP-1", "ChangeConfiguration", "{\"key\":\"WifiPassword\",\"value\":\"hunter2-x\"}");

      JsonNode reset = awaitOne(stage, "charger=CP-1&operation=Reset");
      JsonNode secret = awaitOne(stage, "charger=CP-1&operation=ChangeConfiguration");

      assertThat(reset.path("direction").asText()).isEqualTo("toCharger");
      assertThat(reset.path("origin").asText()).isEqualTo("csms");
      assertThat(ways(reset))
          .containsExactly("csmsToBridge", "bridgeToCharger", "chargerToBridge", "bridgeToCsms");
      assertThat(text(reset, 1)).contains("resetRequest");
      assertThat(reset.path("timing").path("charger").asLong()).isPositive();
      assertThat(text(secret, 0)).contains("\"value\":\"***\"").contains("WifiPassword");
      assertThat(text(secret, 1)).contains("WifiPassword").contains(">***<");
      stage.stop();
      assertThat(onDisk(stage)).contains("WifiPassword").doesNotContain("hunter2-x");
    }
  }

  @Test
  void what_is_lost_stands_in_it_once() {
    try (Stage stage = Stage.recorded(Csms.start())) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      String fields =
          Soap.field("connectorId", 1)
              + Soap.field("status", "Available")
              + Soap.field("errorCode", "NoError")
              + Soap.field("info", "x".repeat(60));
      charger.ask("StatusNotification", fields);

      JsonNode status = awaitOne(stage, "charger=CP-1&operation=StatusNotification");

      assertThat(status.path("losses"))
          .extracting(loss -> loss.path("field").asText())
          .containsExactly("timestamp", "info");
    }
  }

  @Test
  void what_was_kept_for_the_csms_is_found_again_when_it_is_sent() {
    try (Stage stage = Stage.recorded(Csms.away())) {
      Soap charger = stage.charger("CP-1");
      Soap.Answer start = charger.start(1, "TAG", 1000);
      assertThat(start.status()).isEqualTo(200);

      JsonNode stored = awaitOne(stage, "outcome=stored&operation=StartTransaction");
      assertThat(ways(stored)).containsExactly("chargerToBridge", "bridgeToCharger");
      long seq = stored.path("kept").get(0).asLong();
      stage.csms().comeBack();
      charger.boot();
      stage.awaitNothingWaits("CP-1");

      Eventually.is(
          () -> "two about message " + seq,
          () -> found(stage, "charger=CP-1&seq=" + seq).size() == 2);
      JsonNode sent = full(stage, found(stage, "charger=CP-1&seq=" + seq).getFirst());
      assertThat(sent.path("origin").asText()).isEqualTo("bridge");
      assertThat(sent.path("seq").asLong()).isEqualTo(seq);
      assertThat(ways(sent)).containsExactly("bridgeToCsms", "csmsToBridge");
    }
  }

  @Test
  void refused_failed_and_lossy_exchanges_say_so() {
    try (Stage stage =
        Stage.recorded(Csms.start().on("Authorize", p -> Csms.error("InternalError")))) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      charger.authorize("TAG");
      charger.ask("Nonsense", "");

      JsonNode refused = awaitOne(stage, "outcome=refused");
      JsonNode error = awaitOne(stage, "outcome=error&charger=CP-1");

      assertThat(refused.path("detail").asText()).isNotEmpty();
      assertThat(error.path("operation").asText()).isEqualTo("Authorize");
      assertThat(error.path("detail").asText()).contains("InternalError");
      assertThat(found(stage, "outcome=answered&operation=BootNotification")).hasSize(1);
    }
  }

  @Test
  void exchanges_are_shown_live_and_exported() throws Exception {
    try (Stage stage = Stage.recorded(Csms.start());
        HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest live =
          stage
              .toAdmin(LedgerApi.PATH + "/live?charger=CP-1&operation=Heartbeat&full=true")
              .build();
      try (Stream<String> lines = http.send(live, HttpResponse.BodyHandlers.ofLines()).body()) {
        Soap charger = stage.charger("CP-1");
        charger.boot();
        charger.heartbeat();
        String data = lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
        JsonNode shown = Csms.json(data.substring(5));
        assertThat(shown.path("operation").asText()).isEqualTo("Heartbeat");
        assertThat(text(shown, 0)).contains("heartbeatRequest");
      }
      awaitOne(stage, "operation=Heartbeat");
      String export = stage.admin(LedgerApi.PATH + "/export?charger=CP-1");
      assertThat(export.lines().map(Csms::json).map(one -> one.path("operation").asText()))
          .contains("BootNotification", "Heartbeat");
    }
  }

  @Test
  void a_token_is_erased_from_the_ledger_the_dead_letters_and_the_cache() {
    try (Stage stage =
        Stage.recorded(
            Csms.start().on("StartTransaction", p -> Csms.error("InternalError")),
            "retry: {attempts: 1}")) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      charger.authorize("SecretTag77");
      charger.start(1, "SecretTag77", 0);
      Eventually.is(
          () -> "a dead letter: " + stage.status("CP-1"),
          () -> stage.status("CP-1").path("deadLetters").size() == 1);
      awaitOne(stage, "operation=StartTransaction");

      String erased =
          Stage.send(
              stage
                  .toAdmin("/api/v1/erase")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("token=secrettag77"))
                  .build());

      assertThat(Csms.json(erased).path("exchanges").asInt()).as(erased).isGreaterThanOrEqualTo(2);
      assertThat(Csms.json(erased).path("deadLetters").asInt()).isEqualTo(1);
      assertThat(Csms.json(erased).path("chargers").asInt()).isEqualTo(1);
      assertThat(found(stage, "text=SecretTag77")).isEmpty();
      assertThat(text(awaitOne(stage, "operation=StartTransaction"), 0))
          .contains("<idTag>erased</idTag>");
      assertThat(stage.status("CP-1").path("deadLetters").get(0).path("payload").asText())
          .contains("\"idTag\":\"erased\"");
      assertThat(stage.admin("/api/v1/audit")).doesNotContainIgnoringCase("SecretTag77");
      stage.stop();
      assertThat(onDisk(stage)).doesNotContainIgnoringCase("SecretTag77");
    }
  }

  private static List<String> ways(JsonNode exchange) {
    return StreamSupport.stream(exchange.path("wire").spliterator(), false)
        .map(wire -> wire.path("way").asText())
        .toList();
  }

  private static String text(JsonNode exchange, int index) {
    return exchange.path("wire").path(index).path("text").asText();
  }

  private static List<JsonNode> found(Stage stage, String query) {
    JsonNode page = Csms.json(stage.admin(LedgerApi.PATH + "?" + query));
    return StreamSupport.stream(page.path("exchanges").spliterator(), false).toList();
  }

  private static JsonNode full(Stage stage, JsonNode bare) {
    return Csms.json(stage.admin(LedgerApi.PATH + "/" + bare.path("id").asLong()));
  }

  private static JsonNode awaitOne(Stage stage, String query) {
    Eventually.is(() -> "an exchange " + query, () -> !found(stage, query).isEmpty());
    return full(stage, found(stage, query).getFirst());
  }

  /** All that the ledger holds, as any other program reads it. */
  private static String onDisk(Stage stage) {
    Path folder = stage.data().resolve("ledger");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".zst")) {
          try (BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(
                      new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(all::append);
          }
        } else {
          all.append(Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }
}
