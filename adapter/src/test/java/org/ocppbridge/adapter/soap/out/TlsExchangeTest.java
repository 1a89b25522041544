package org.ocppbridge.adapter.soap.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A charger with a certificate for {@code localhost}. */
class TlsExchangeTest {

  @TempDir static Path folder;
  private static XnioWorker worker;
  private static SSLContext charger;

  @BeforeAll
  static void start() throws Exception {
    worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
    charger = certificate();
  }

  @AfterAll
  static void stop() {
    worker.shutdownNow();
  }

  @Test
  void callsAChargerWhoseCertificateIsTrustedAndNamesIt() throws Exception {
    try (RawServer server = server()) {
      HttpAnswer answer =
          exchanger(charger).post(post("localhost", server.port()), InetAddress::isLoopbackAddress);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<a/>");
      assertThat(server.requests().getFirst()).contains("Host: localhost:" + server.port());
    }
  }

  @Test
  void refusesACertificateForAnotherName() throws Exception {
    try (RawServer server = server()) {
      ExchangeFailure failure = failure(charger, "127.0.0.1", server.port());
      assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
      assertThat(failure)
          .hasMessageContaining("no TLS connection")
          .hasMessageContaining("nothing was sent");
      assertThat(server.requests()).allMatch(String::isEmpty);
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    try (RawServer server = server()) {
      ExchangeFailure failure = failure(SSLContext.getDefault(), "localhost", server.port());
      assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
      assertThat(server.requests()).allMatch(String::isEmpty);
    }
  }

  @Test
  void aServerThatDoesNotShakeHandsIsUnreachable() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ExchangeFailure failure = failure(charger, "localhost", mute.getLocalPort());
      assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no TLS handshake within 1.0 s");
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsIsUnreachable() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = plain.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      ExchangeFailure failure = failure(charger, "localhost", plain.getLocalPort());
      assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no TLS connection");
    }
  }

  private static ExchangeFailure failure(SSLContext trust, String host, int port) {
    return catchThrowableOfType(
        ExchangeFailure.class,
        () -> exchanger(trust).post(post(host, port), InetAddress::isLoopbackAddress));
  }

  private static HttpPost post(String host, int port) {
    return new HttpPost(
        URI.create("https://" + host + ":" + port + "/"),
        Map.of(),
        "<hello/>".getBytes(StandardCharsets.UTF_8),
        true,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }

  private static HttpExchanger exchanger(SSLContext trust) {
    return new HttpExchanger(
        worker, new DefaultByteBufferPool(true, 16364, 2048, 0), () -> trust, 100_000);
  }

  private static RawServer server() throws Exception {
    SSLServerSocket socket =
        (SSLServerSocket)
            charger
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>".getBytes(StandardCharsets.UTF_8);
    return new RawServer(socket, (accepted, out) -> out.write(answer));
  }

  private static SSLContext certificate() throws Exception {
    Path store = folder.resolve("charger.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-alias",
            "charger",
            "-keyalg",
            "EC",
            "-dname",
            "CN=charger",
            "-ext",
            "SAN=dns:localhost");
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("charger", keys.getCertificate("charger"));
    trusted.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
