package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.SoapVersion;

/** {@code run} in processes of its own, one after the other with the same data. */
class KilledProcessTest {
  @TempDir private Path data;

  @Test
  void row_05_a_damaged_store_stops_the_start_with_one_line_and_is_left_as_it_is()
      throws IOException {
    try (Csms csms = Csms.away();
        ChildBridge child = run(csms)) {
      Soap charger = charger(child, "");
      for (int i = 0; i < 30; i++) {
        charger.start(1, "TAG", i);
      }
      child.terminate();
      assertThat(child.exitCode()).isZero();
    }
    Path file = data.resolve("bridge.db");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 1; page < bytes.length() / 4096; page++) {
        bytes.seek(page * 4096);
        bytes.write(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
      }
    }
    byte[] damaged = Files.readAllBytes(file);

    try (Csms csms = Csms.away();
        ChildBridge child = run(csms)) {
      assertThat(child.exitCode()).isEqualTo(1);
      assertThat(child.err()).last().asString().contains("damaged").contains(file.toString());
      assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }
  }

  @Test
  void row_06_a_second_process_with_the_same_data_ends_at_once_and_names_the_first() {
    try (Csms csms = Csms.start();
        ChildBridge first = run(csms)) {
      first.ready();
      try (ChildBridge second = run(csms)) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).last().asString().contains("in use").contains(first.pid());
      }
      assertThat(charger(first, "").heartbeat().status()).isEqualTo(200);
    }
  }

  @Test
  void row_13_a_charger_that_could_not_be_stopped_before_a_kill_is_stopped_after_it() {
    try (Csms csms = Csms.start().hold("StartTransaction");
        Endpoint endpoint = new Endpoint(SoapVersion.V16)) {
      int transaction;
      try (ChildBridge child = run(csms)) {
        Soap charger = charger(child, endpoint.url());
        charger.boot();
        Soap.Answer start = charger.start(1, "TAG", 0);
        assertThat(start.value("status")).isEqualTo("Accepted");
        transaction = start.number("transactionId");
        endpoint.goSilent();
        csms.on("StartTransaction", p -> Csms.started(7, "Invalid")).release("StartTransaction");
        endpoint.awaitOne("RemoteStopTransaction");
        child.kill();
      }
      endpoint.speak();

      try (ChildBridge child = run(csms)) {
        Soap charger = charger(child, endpoint.url());
        charger.heartbeat();
        Eventually.is("asked again", () -> endpoint.commands("RemoteStopTransaction").size() == 2);
        assertThat(endpoint.commands("RemoteStopTransaction").getLast().value("transactionId"))
            .isEqualTo(Integer.toString(transaction));
        charger.stop(transaction, "", 5);
        csms.awaitOne("StopTransaction");
        charger.heartbeat();
      }
      assertThat(endpoint.commands("RemoteStopTransaction")).hasSize(2);
      assertThat(csms.calls("StartTransaction")).hasSize(1);
    }
  }

  @Test
  void the_answer_to_what_is_under_way_at_sigterm_is_kept_so_that_it_is_not_sent_again() {
    try (Csms csms = Csms.start().hold("StopTransaction")) {
      try (ChildBridge child = run(csms)) {
        Soap charger = charger(child, "");
        charger.boot();
        int transaction = charger.start(1, "TAG", 0).number("transactionId");
        charger.stop(transaction, "", 5);
        charger.start(1, "TAG", 6);
        csms.awaitOne("StopTransaction");
        child.terminate();
        Eventually.is("closed to chargers", () -> charger.heartbeat().status() != 200);
        csms.release("StopTransaction");
        assertThat(child.exitCode()).isZero();
      }
      try (ChildBridge child = run(csms)) {
        child.ready();
        csms.await("StartTransaction", 2);
        charger(child, "").heartbeat();
      }
      assertThat(csms.calls("StopTransaction")).hasSize(1);
      assertThat(csms.calls("StartTransaction")).hasSize(2);
    }
  }

  @Test
  void
      row_13_a_charger_of_a_201_csms_that_could_not_be_stopped_before_a_kill_is_stopped_after_it() {
    String invalid = "{\"idTokenInfo\":{\"status\":\"Invalid\"}}";
    try (Csms csms = Csms.start().hold("TransactionEvent");
        Endpoint endpoint = new Endpoint(SoapVersion.V16)) {
      int transaction;
      try (ChildBridge child = run(csms, "ocpp2.0.1")) {
        Soap charger = charger(child, endpoint.url());
        charger.boot();
        Soap.Answer start = charger.start(1, "TAG", 0);
        assertThat(start.value("status")).isEqualTo("Accepted");
        transaction = start.number("transactionId");
        endpoint.goSilent();
        csms.on("TransactionEvent", p -> invalid).release("TransactionEvent");
        endpoint.awaitOne("RemoteStopTransaction");
        child.kill();
      }
      endpoint.speak();
      csms.on("TransactionEvent", p -> "{}");

      try (ChildBridge child = run(csms, "ocpp2.0.1")) {
        Soap charger = charger(child, endpoint.url());
        charger.heartbeat();
        Eventually.is("asked again", () -> endpoint.commands("RemoteStopTransaction").size() == 2);
        assertThat(endpoint.commands("RemoteStopTransaction").getLast().value("transactionId"))
            .isEqualTo(Integer.toString(transaction));
        charger.stop(transaction, "", 5);
        Eventually.is("ended", () -> ended(csms) == 1);
        charger.heartbeat();
      }
      assertThat(endpoint.commands("RemoteStopTransaction")).hasSize(2);
      assertThat(ended(csms)).isEqualTo(1);
    }
  }

  private static long ended(Csms csms) {
    return csms.calls("TransactionEvent").stream()
        .filter(call -> call.payload().path("eventType").asText().equals("Ended"))
        .count();
  }

  private ChildBridge run(Csms csms) {
    return run(csms, "ocpp1.6");
  }

  private ChildBridge run(Csms csms, String protocol) {
    return new ChildBridge(
        Map.of("BRIDGE_WAIT_START", "300ms", "BRIDGE_WAIT_STOP", "300ms"),
        "run",
        "--csms",
        csms.url(),
        "--protocol",
        protocol,
        "--auto-register",
        "--soap-port",
        "0",
        "--admin-port",
        "0",
        "--data",
        data.toString());
  }

  private static Soap charger(ChildBridge child, String from) {
    String ready = child.ready();
    Matcher port = Pattern.compile("soap=http://[^ ]*:(\\d+)/").matcher(ready);
    assertThat(port.find()).as(ready).isTrue();
    return new Soap(
        new InetSocketAddress("127.0.0.1", Integer.parseInt(port.group(1))),
        SoapVersion.V16,
        "CP-1",
        from);
  }
}
