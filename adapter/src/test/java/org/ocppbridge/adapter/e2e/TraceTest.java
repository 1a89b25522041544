package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.SoapVersion;

/** The commands that ask a running bridge about its ledger, in processes of their own. */
class TraceTest {

  @Test
  void exchanges_are_followed_in_a_terminal_and_tokens_erased(@TempDir Path data) {
    String folder = data.toString();
    try (Csms csms = Csms.start();
        ChildBridge bridge =
            new ChildBridge(
                "run",
                "--soap-port",
                "0",
                "--admin-port",
                "0",
                "--auto-register",
                "--csms",
                csms.url(),
                "--data",
                folder)) {
      URI soap = URI.create(bridge.ready().replaceFirst(".*soap=(\\S+).*", "$1"));
      Soap charger =
          new Soap(new InetSocketAddress("127.0.0.1", soap.getPort()), SoapVersion.V16, "CP-1", "");
      charger.boot();
      try (ChildBridge text =
              new ChildBridge(
                  "trace",
                  "--data",
                  folder,
                  "--charger",
                  "CP-1",
                  "--op",
                  "Authorize",
                  "--count",
                  "1");
          ChildBridge json = new ChildBridge("trace", "--data", folder, "--json", "--count", "1")) {
        Eventually.is(() -> "watching: " + text.err(), () -> !text.err().isEmpty());
        Eventually.is(() -> "watching: " + json.err(), () -> !json.err().isEmpty());
        charger.authorize("TAG-4711");

        assertThat(text.exitCode()).as(text.err().toString()).isZero();
        assertThat(String.join("\n", text.out()))
            .contains("CP-1 → CSMS · Authorize")
            .contains("answered, ")
            .contains("<idTag>TAG-4711</idTag>")
            .contains("\"idTag\": \"TAG-4711\"")
            .doesNotContain("\u001B");
        assertThat(json.exitCode()).isZero();
        assertThat(Csms.json(json.out().getFirst()).path("operation").asText())
            .isEqualTo("Authorize");
      }
      try (ChildBridge erase = new ChildBridge("erase", "--data", folder, "tag-4711")) {
        assertThat(erase.exitCode()).as(erase.err().toString()).isZero();
        assertThat(erase.out().getFirst())
            .contains("erased from 1 exchanges")
            .contains("1 chargers");
      }
    }
  }
}
