package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.config.TestCertificate;
import org.ocppbridge.mappings.SoapVersion;

/** {@code run} in a process of its own: how it starts, how it ends, and with which exit code. */
class ProcessTest {
  @TempDir private Path data;

  @Test
  void on_sigterm_every_link_gets_a_close_frame_and_the_exit_code_is_zero() {
    try (Csms csms = Csms.start();
        ChildBridge child = run("--csms", csms.url(), "--auto-register", "--soap-port", "0")) {
      InetSocketAddress soap = soapAddress(child.ready());
      new Soap(soap, SoapVersion.V16, "CP-1", "").boot();
      new Soap(soap, SoapVersion.V15, "CP-2", "").boot();

      child.terminate();

      assertThat(child.exitCode()).isZero();
      assertThat(csms.server().closeCodes()).hasSize(2).containsOnly(1000);
      assertThat(csms.server().open()).isZero();
    }
  }

  @Test
  void sigterm_while_the_csms_is_away_ends_it_as_well() {
    try (Csms csms = Csms.away();
        ChildBridge child = run("--csms", csms.url(), "--auto-register", "--soap-port", "0")) {
      Soap charger = new Soap(soapAddress(child.ready()), SoapVersion.V16, "CP-1", "");
      assertThat(charger.start(1, "TAG", 0).value("status")).isEqualTo("Accepted");

      child.terminate();

      assertThat(child.exitCode()).isZero();
      assertThat(child.out())
          .anyMatch(line -> line.contains("CP-1") && line.contains("did not reach the CSMS"));
    }
  }

  @Test
  void on_sigterm_what_the_csms_still_takes_is_delivered() {
    try (Csms csms = Csms.start().hold("StartTransaction");
        ChildBridge child = run("--csms", csms.url(), "--auto-register", "--soap-port", "0")) {
      Soap charger = new Soap(soapAddress(child.ready()), SoapVersion.V16, "CP-1", "");
      charger.boot();
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      charger.stop(transaction, "", 5);
      csms.awaitOne("StartTransaction");

      child.terminate();
      csms.release("StartTransaction");

      csms.awaitOne("StopTransaction");
      assertThat(child.exitCode()).isZero();
      assertThat(child.out()).noneMatch(line -> line.contains("did not reach the CSMS"));
    }
  }

  @Test
  void a_wrong_setting_ends_it_with_two_and_one_line_that_names_the_key() {
    try (ChildBridge child = run("--csms", "gopher://127.0.0.1/")) {
      assertThat(child.exitCode()).isEqualTo(2);
      assertThat(child.err()).singleElement().asString().contains("targets.main.url");
      assertThat(child.out()).isEmpty();
    }
  }

  @Test
  void without_a_csms_it_ends_with_two_and_says_what_is_missing() {
    try (ChildBridge child = run()) {
      assertThat(child.exitCode()).isEqualTo(2);
      assertThat(child.err()).singleElement().asString().contains("targets");
    }
  }

  @Test
  void a_port_that_is_taken_ends_it_with_one_and_names_the_port() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ChildBridge child =
            run(
                "--csms",
                "ws://127.0.0.1:9/ocpp",
                "--soap-port",
                Integer.toString(taken.getLocalPort()))) {
      assertThat(child.exitCode()).isEqualTo(1);
      assertThat(child.err()).last().asString().contains(Integer.toString(taken.getLocalPort()));
      assertThat(child.out()).noneMatch(line -> line.startsWith("ready"));
    }
  }

  @Test
  void a_second_one_on_the_same_data_folder_ends_with_one_line_that_says_who_has_it() {
    try (ChildBridge first = run("--csms", "ws://127.0.0.1:9/ocpp", "--soap-port", "0")) {
      first.ready();
      try (ChildBridge second = run("--csms", "ws://127.0.0.1:9/ocpp", "--soap-port", "0")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).singleElement().asString().contains("in use", "process ");
        assertThat(second.out()).isEmpty();
      }
    }
  }

  @Test
  void dead_letters_are_listed_and_tried_again_while_it_runs_and_when_it_does_not() {
    String[] settings = {"--csms", "ws://127.0.0.1:9/ocpp", "--data", data.toString()};
    try (ChildBridge child = run("--csms", settings[1], "--auto-register", "--soap-port", "0")) {
      Soap charger = new Soap(soapAddress(child.ready()), SoapVersion.V16, "CP-1", "");
      assertThat(charger.stop(4711, "", 5).status()).isEqualTo(200);

      assertThat(outbox("list", settings)).singleElement().asString().contains("CP-1\t1\t", "4711");
      assertThat(outboxOf("retry", "CP-1", "1", settings))
          .singleElement()
          .asString()
          .contains("again");
      assertThat(outbox("list", settings)).isEmpty();
      charger.stop(4712, "", 6);
      child.terminate();
      assertThat(child.exitCode()).isZero();
    }
    assertThat(outbox("list", settings)).singleElement().asString().contains("CP-1\t2\t", "4712");
    assertThat(outboxOf("drop", "CP-1", "2", settings)).singleElement().asString().contains("gone");
    assertThat(outbox("list", settings)).isEmpty();
  }

  @Test
  void dead_letters_are_listed_over_tls_whoever_issued_the_certificate() throws Exception {
    TestCertificate made = TestCertificate.make(data.resolve("s.p12"), "bridge.example", "EC");
    Files.writeString(data.resolve("bridge.pem"), made.certificate());
    Files.writeString(data.resolve("bridge.key"), made.key());
    Path settings = data.resolve("bridge.yaml");
    Files.writeString(
        settings,
        """
        soap: {host: 127.0.0.1, port: 0}
        admin: {port: 0, tls: {certificate: {file: bridge.pem}, key: {file: bridge.key}}}
        data: %s
        autoRegister: true
        targets: {main: {url: "ws://127.0.0.1:9/ocpp"}}
        """
            .formatted(data.resolve("kept")));
    try (ChildBridge child = new ChildBridge("run", "--config", settings.toString())) {
      Soap charger = new Soap(soapAddress(child.ready()), SoapVersion.V16, "CP-1", "");
      assertThat(charger.stop(4711, "", 5).status()).isEqualTo(200);

      assertThat(outbox("list", "--config", settings.toString()))
          .singleElement()
          .asString()
          .contains("CP-1\t1\t", "4711");
      assertThat(Files.getPosixFilePermissions(data.resolve("kept")))
          .as("who may look into the data folder")
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** What the command says. */
  private static List<String> outbox(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of("outbox", command));
    line.addAll(List.of(arguments));
    try (ChildBridge child = new ChildBridge(line.toArray(String[]::new))) {
      assertThat(child.exitCode()).as(child.err().toString()).isZero();
      return child.out();
    }
  }

  private static List<String> outboxOf(
      String command, String charger, String number, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.addAll(List.of(charger, number));
    return outbox(command, arguments.toArray(String[]::new));
  }

  private ChildBridge run(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--admin-port", "0", "--data", data.toString()));
    arguments.addAll(List.of(more));
    return new ChildBridge(arguments.toArray(String[]::new));
  }

  private static InetSocketAddress soapAddress(String ready) {
    Matcher port = Pattern.compile("soap=http://[^ ]*:(\\d+)/").matcher(ready);
    assertThat(port.find()).as(ready).isTrue();
    return new InetSocketAddress("127.0.0.1", Integer.parseInt(port.group(1)));
  }
}
