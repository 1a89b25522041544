package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** Exchanges as traces, sent to a collector over a real socket. */
class TracesTest {

  @Test
  void exchanges_and_their_stages_reach_the_collector() throws IOException {
    List<String> sent = new CopyOnWriteArrayList<>();
    List<String> paths = new CopyOnWriteArrayList<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    collector.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          sent.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
    try (Stage stage = Stage.with(Csms.start(), "traces: {url: '" + url + "'}")) {
      Soap charger = stage.charger(SoapVersion.V16, "CP-1", stage.endpoint(SoapVersion.V16));
      charger.boot();
      charger.start(1, "SECRET-TAG", 1000);
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");

      Eventually.is(
          () -> "spans of all stages: " + sent,
          () ->
              List.of(
                      "BootNotification",
                      "StartTransaction",
                      "soap_read",
                      "mapping",
                      "store note",
                      "csms StartTransaction",
                      "charger Reset",
                      "ocpp-bridge",
                      "CP-1")
                  .stream()
                  .allMatch(word -> sent.stream().anyMatch(body -> body.contains(word))));
      assertThat(paths).containsOnly("/v1/traces");
      assertThat(sent).noneMatch(body -> body.contains("SECRET-TAG"));
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void without_a_collector_the_bridge_works_as_always() {
    try (Stage stage = Stage.with(Csms.start(), "traces: {url: 'http://127.0.0.1:1/v1/traces'}")) {
      assertThat(stage.charger("CP-1").boot().value("status")).isEqualTo("Accepted");
    }
  }
}
