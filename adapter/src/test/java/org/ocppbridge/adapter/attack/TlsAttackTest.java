package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.config.TestCertificate;
import org.ocppbridge.adapter.config.TlsConfig;
import org.ocppbridge.adapter.config.TlsContexts;

/** TLS of the running process: versions, renewed certificates, certificates of chargers. */
class TlsAttackTest {

  private static final String OLD_SUITE = "TLS_RSA_WITH_AES_128_CBC_SHA";
  private static final String MODERN_SUITE = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  @TempDir Path folder;

  @Test
  void oldVersionsAreSpokenAtTheirOwnPortAlone() throws Exception {
    TestCertificate made = TestCertificate.make(folder.resolve("s.p12"), "localhost", "RSA");
    write(made);
    int oldPort = freePort();
    try (Victim bridge =
        new Victim(
            folder, settings("old: {port: %d, protocols: [TLSv1, TLSv1.1]}".formatted(oldPort)))) {
      int port = bridge.soap().getPort();
      assertThat(
              client(
                  port,
                  "TLSv1",
                  OLD_SUITE,
                  port,
                  "TLSv1.1",
                  OLD_SUITE,
                  port,
                  "TLSv1.2",
                  OLD_SUITE,
                  port,
                  "TLSv1.2",
                  MODERN_SUITE,
                  oldPort,
                  "TLSv1",
                  OLD_SUITE,
                  oldPort,
                  "TLSv1.1",
                  OLD_SUITE,
                  oldPort,
                  "TLSv1.2",
                  MODERN_SUITE))
          .containsExactly(
              "TLSv1 " + OLD_SUITE + " -> refused",
              "TLSv1.1 " + OLD_SUITE + " -> refused",
              "TLSv1.2 " + OLD_SUITE + " -> refused",
              "TLSv1.2 " + MODERN_SUITE + " -> TLSv1.2",
              "TLSv1 " + OLD_SUITE + " -> TLSv1",
              "TLSv1.1 " + OLD_SUITE + " -> TLSv1.1",
              "TLSv1.2 " + MODERN_SUITE + " -> refused");
      assertThat(bridge.lines()).anyMatch(line -> line.contains("can be broken"));
    }
  }

  @Test
  void aRenewedCertificateIsShownAndABrokenOneIsNot() throws Exception {
    TestCertificate first = TestCertificate.make(folder.resolve("1.p12"), "localhost", "EC");
    TestCertificate second = TestCertificate.make(folder.resolve("2.p12"), "localhost", "EC");
    write(first);
    try (Victim bridge = new Victim(folder, settings("reload: 1s"))) {
      assertThat(accepts(bridge, first)).isTrue();
      Files.writeString(folder.resolve("bridge.key"), "broken");
      Awaitility.await()
          .atMost(30, TimeUnit.SECONDS)
          .until(() -> bridge.lines().stream().anyMatch(l -> l.contains("stay as they are")));
      assertThat(accepts(bridge, first)).isTrue();

      write(second);

      Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> accepts(bridge, second));
      assertThat(accepts(bridge, first)).isFalse();
    }
  }

  @Test
  void onlyTheCertificateOfTheChargerItselfLetsItIn() throws Exception {
    TestCertificate server = TestCertificate.make(folder.resolve("s.p12"), "localhost", "EC");
    TestCertificate own = TestCertificate.make(folder.resolve("o.p12"), "GOOD-1", "EC");
    TestCertificate other = TestCertificate.make(folder.resolve("x.p12"), "GOOD-2", "EC");
    write(server);
    Files.writeString(folder.resolve("ca.pem"), own.certificate() + other.certificate());
    String settings =
        settings("trust: {file: ca.pem}")
            .replace(
                "autoRegister: true", "chargers: [{id: GOOD-1, access: {certificate: '{id}'}}]");
    try (Victim bridge = new Victim(folder, settings)) {
      assertThat(asks(bridge, client(server, own))).isEqualTo(200);
      assertThat(asks(bridge, client(server, other))).isEqualTo(400);
    }
  }

  private static SSLContext client(TestCertificate trusted, TestCertificate own) {
    return TlsContexts.client(
        new TlsConfig(
            Optional.of(trusted.certificate()),
            Optional.of(own.certificate()),
            Optional.of(Secret.of(own.key()))));
  }

  private static boolean accepts(Victim bridge, TestCertificate trusted) throws IOException {
    try {
      return asks(bridge, client(trusted, trusted)) == 200;
    } catch (SSLException refused) {
      return false;
    }
  }

  private static int asks(Victim bridge, SSLContext context) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", bridge.soap().getPort())) {
      socket.setSoTimeout(20_000);
      socket.startHandshake();
      return Envelopes.status(
          Envelopes.answer(socket, Envelopes.post(Envelopes.heartbeat("GOOD-1"))));
    }
  }

  private void write(TestCertificate made) throws IOException {
    Files.writeString(folder.resolve("bridge.pem"), made.certificate());
    Files.writeString(folder.resolve("bridge.key"), made.key());
  }

  private static String settings(String more) {
    return """
    soap:
      host: 127.0.0.1
      port: 0
      tls:
        certificate: {file: bridge.pem}
        key: {file: bridge.key}
        %s
    admin: {port: 0}
    data: DATA
    autoRegister: true
    targets: {main: {url: "ws://127.0.0.1:9/ocpp"}}
    """
        .formatted(more);
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  /** What a client that may speak anything agrees to; it needs a Java that was told so. */
  private List<String> client(Object... asked) throws IOException {
    Path security = folder.resolve("anything.security");
    Files.writeString(security, "jdk.tls.disabledAlgorithms=\n");
    List<String> command =
        new ArrayList<>(
            List.of(
                Victim.javaProgram(),
                "-Djava.security.properties=" + security,
                "-cp",
                System.getProperty("java.class.path"),
                OldTlsClient.class.getName()));
    for (Object each : asked) {
      command.add(each.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.inputReader(StandardCharsets.UTF_8).lines().toList();
  }
}
