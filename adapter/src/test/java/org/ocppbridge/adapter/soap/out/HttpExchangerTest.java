package org.ocppbridge.adapter.soap.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

class HttpExchangerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\n";
  private static XnioWorker worker;
  private static HttpExchanger exchanger;

  @BeforeAll
  static void start() throws Exception {
    worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 2));
    SSLContext tls = SSLContext.getDefault();
    exchanger =
        new HttpExchanger(
            worker, new DefaultByteBufferPool(true, 16364, 2048, 0), () -> tls, 100_000);
  }

  @AfterAll
  static void stop() {
    worker.shutdownNow();
  }

  @Test
  void sendsPlainHttp11WithLengthAndNothingThatTinyServersDoNotKnow() throws Exception {
    try (RawServer server = RawServer.answering(OK + "Content-Length: 4\r\n\r\n<a/>")) {
      HttpAnswer answer = post(server.address());
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<a/>");
      assertThat(server.requests()).hasSize(1);
      String request = server.requests().getFirst();
      assertThat(request).startsWith("POST /ocpp?x=%2F HTTP/1.1\r\n").endsWith("\r\n\r\n<hello/>");
      assertThat(request.lines().skip(1).takeWhile(line -> !line.isEmpty()))
          .containsExactlyInAnyOrder(
              "Host: 127.0.0.1:" + server.port(),
              "Content-Type: application/soap+xml",
              "Content-Length: 8",
              "Connection: close");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<a/>",
        "HTTP/1.0 200 OK\r\n\r\n<a/>",
        "HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 \r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nContent-Length: 04\r\nconnection: Keep-Alive\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\n<a\r\n2\r\n/>\r\n0\r\nT: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Length: 7\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n",
        "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\n\r\n<a/>",
      })
  void readsWhatTinyServersAnswer(String wire) throws Exception {
    try (RawServer server = RawServer.answering(wire)) {
      assertThat(new String(post(server.address()).body(), StandardCharsets.UTF_8))
          .isEqualTo("<a/>");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 200\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\nContent-Length: 4\n\n<a/>",
        "HTTP/1.1 200 OK\r\nX Bad Header\r\nContent-Length: 4\r\n\r\n<a/>",
        "HTTP/1.1 200 OK\r\nContent-Length: four\r\n\r\n<a/>",
        "<html>no head</html>"
      })
  void saysThatAnAnswerIsNoHttp(String wire) throws Exception {
    try (RawServer server = RawServer.answering(wire)) {
      ExchangeFailure failure = failure(server.address(), Duration.ofSeconds(5));
      assertThat(failure).hasMessageContaining("no HTTP");
      assertThat(failure.why()).isEqualTo(Why.NOT_SOAP);
    }
  }

  @Test
  void neverSendsTwiceWhenTheServerReadsAndCloses() throws Exception {
    try (RawServer server = new RawServer((socket, out) -> {})) {
      ExchangeFailure failure = failure(server.address(), Duration.ofSeconds(5));
      assertThat(failure.why()).isEqualTo(Why.SILENT);
      assertThat(failure).hasMessageContaining("closed the connection without an answer");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void neverSendsTwiceWhenTheServerResets() throws Exception {
    try (RawServer server = new RawServer((socket, out) -> socket.setSoLinger(true, 0))) {
      assertThat(failure(server.address(), Duration.ofSeconds(5)).why()).isEqualTo(Why.SILENT);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aResetHalfwayLeavesACutAnswer() throws Exception {
    try (RawServer server =
        new RawServer(
            (socket, out) -> {
              out.write((OK + "Content-Length: 90\r\n\r\n<a>").getBytes(StandardCharsets.UTF_8));
              out.flush();
            })) {
      HttpAnswer answer = post(server.address());
      assertThat(answer.cut()).isTrue();
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<a>");
    }
  }

  @Test
  void waitsNoLongerThanTheTotalDeadlineForSilenceAndHangsUp() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            (socket, out) -> {
              if (socket.getInputStream().read() < 0) {
                hungUp.countDown();
              }
            })) {
      assertThat(heldTo(server, Duration.ofMillis(400)).why()).isEqualTo(Why.SILENT);
      assertThat(hungUp.await(2, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hangsUpAfterTheAnswerWhateverTheServerDoes(boolean closeConnection) throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            (socket, out) -> {
              out.write(
                  (OK + "Connection: keep-alive\r\nContent-Length: 4\r\n\r\n<a/>")
                      .getBytes(StandardCharsets.UTF_8));
              if (socket.getInputStream().read() < 0) {
                hungUp.countDown();
              }
            })) {
      Duration wait = Duration.ofSeconds(5);
      HttpPost post =
          new HttpPost(server.address(), Map.of(), new byte[] {'x'}, closeConnection, wait, wait);
      assertThat(exchanger.post(post, ip -> true).body()).hasSize(4);
      assertThat(hungUp.await(2, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void sendsMoreThanASocketHolds() throws Exception {
    byte[] body = "<x/>".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    AtomicLong taken = new AtomicLong();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> take(server, body.length, taken));
      Duration wait = Duration.ofSeconds(10);
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      HttpPost post = new HttpPost(address, Map.of(), body, true, wait, wait);
      assertThat(exchanger.post(post, ip -> true).status()).isEqualTo(200);
      assertThat(taken).hasValueGreaterThan(body.length);
    }
  }

  /** Takes a request of that many bytes and more, then answers. */
  private static void take(ServerSocket server, int length, AtomicLong taken) {
    byte[] chunk = new byte[8192];
    try (Socket socket = server.accept()) {
      while (taken.get() <= length) {
        taken.addAndGet(socket.getInputStream().read(chunk));
      }
      socket
          .getOutputStream()
          .write((OK + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void waitsNoLongerThanTheTotalDeadlineForADribble() throws Exception {
    try (RawServer server =
        new RawServer(
            (socket, out) -> {
              out.write((OK + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
              CountDownLatch never = new CountDownLatch(1);
              while (!never.await(5, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
              }
            })) {
      assertThat(heldTo(server, Duration.ofMillis(400)).why()).isEqualTo(Why.SILENT);
    }
  }

  @Test
  void stopsReadingAnEndlessBody() throws Exception {
    endless(OK + "\r\n", "x");
  }

  @Test
  void stopsReadingAnEndlessHead() throws Exception {
    endless(OK, "X: y\r\n");
  }

  @Test
  void stopsReadingAnEndlessHeaderLine() throws Exception {
    endless(OK + "X: ", "y");
  }

  private static void endless(String head, String more) throws Exception {
    byte[] junk = more.repeat(4096).getBytes(StandardCharsets.UTF_8);
    try (RawServer server =
        new RawServer(
            (socket, out) -> {
              out.write(head.getBytes(StandardCharsets.UTF_8));
              while (true) {
                out.write(junk);
              }
            })) {
      ExchangeFailure failure = failure(server.address(), Duration.ofSeconds(20));
      assertThat(failure.why()).isEqualTo(Why.NOT_SOAP);
      assertThat(failure.getMessage()).containsAnyOf("longer than 100000 bytes", "no HTTP answer");
    }
  }

  private static ExchangeFailure heldTo(RawServer server, Duration total) {
    long start = System.nanoTime();
    ExchangeFailure failure = failure(server.address(), total);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(total, total.plusMillis(300));
    return failure;
  }

  @Test
  void nobodyListensIsUnreachable() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    ExchangeFailure failure =
        failure(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(5));
    assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
    assertThat(failure).hasMessageContaining("refused").hasMessageContaining("nothing was sent");
  }

  @Test
  void aServerThatDoesNotAcceptIsUnreachableAfterTheConnectDeadline() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        FullBacklog _ = new FullBacklog(full)) {
      long start = System.nanoTime();
      ExchangeFailure failure =
          failure(URI.create("http://127.0.0.1:" + full.getLocalPort()), Duration.ofSeconds(20));
      assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no connection within 1.0 s");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
    }
  }

  @Test
  void connectsToTheCheckedAddressAndKeepsTheName() throws Exception {
    try (RawServer server = RawServer.answering(OK + "Content-Length: 4\r\n\r\n<a/>")) {
      URI named = URI.create("http://localhost:" + server.port() + "/");
      post(
          named,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          ip -> ip.getHostAddress().equals("127.0.0.1"));
      assertThat(server.requests().getFirst())
          .contains("Host: localhost:" + server.port() + "\r\n");
    }
  }

  @Test
  void refusesAnAddressThatTheGuardRefuses() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      URI named = URI.create("http://localhost:" + server.port() + "/");
      ExchangeFailure failure =
          catchThrowableOfType(
              ExchangeFailure.class,
              () -> post(named, Duration.ofSeconds(5), Duration.ofSeconds(5), ip -> false));
      assertThat(failure.why()).isEqualTo(Why.ADDRESS_REFUSED);
      assertThat(failure).hasMessageContaining("localhost is ").hasMessageContaining("127.0.0.1");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aNameThatNobodyKnowsIsUnreachable() {
    ExchangeFailure failure =
        failure(URI.create("http://no-such-host.invalid/"), Duration.ofSeconds(5));
    assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
    assertThat(failure).hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void doesNotFollowRedirects() throws Exception {
    try (RawServer elsewhere = RawServer.answering(OK);
        RawServer server =
            RawServer.answering(
                "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(elsewhere.address()))) {
      HttpAnswer answer = post(server.address());
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.location()).isEqualTo(elsewhere.address().toString());
      assertThat(elsewhere.connections()).isZero();
    }
  }

  /** Fills a listening socket's queue, so that further connections hang. */
  private static final class FullBacklog implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();

    FullBacklog(ServerSocket server) throws IOException {
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket();
        sockets.add(socket);
        try {
          socket.connect(server.getLocalSocketAddress(), 200);
        } catch (SocketTimeoutException e) {
          return;
        }
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  static HttpAnswer post(URI address) throws ExchangeFailure {
    return post(address, Duration.ofSeconds(5), Duration.ofSeconds(5), ip -> true);
  }

  static ExchangeFailure failure(URI address, Duration total) {
    return catchThrowableOfType(
        ExchangeFailure.class, () -> post(address, Duration.ofSeconds(1), total, ip -> true));
  }

  static HttpAnswer post(
      URI address, Duration connect, Duration total, Predicate<InetAddress> guard)
      throws ExchangeFailure {
    HttpPost post =
        new HttpPost(
            address,
            Map.of("Content-Type", "application/soap+xml"),
            "<hello/>".getBytes(StandardCharsets.UTF_8),
            true,
            connect,
            total);
    return exchanger.post(post, guard);
  }
}
