package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.Undertow;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RenegotiationRequiredException;
import io.undertow.server.SSLSessionInfo;
import io.undertow.util.HttpString;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/**
 * A CSMS for tests: a real WebSocket server on a loopback port that notes what it gets and does
 * what it is told. Answers every CALL with an empty object unless a script says otherwise.
 */
public final class TestCsms implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An opening handshake as it came; the target is as it stood in the request line. */
  public record Request(
      String target,
      Optional<String> authorization,
      Optional<String> subprotocol,
      Optional<String> host) {}

  /** A text message, and the identity (still percent-encoded) whose socket it came over. */
  public record Received(String identity, String text) {
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + text, e);
      }
    }
  }

  /** The other end of one socket. */
  public record Peer(String identity, WebSocketChannel channel) {

    /** Says something, if the socket is still open. */
    public void send(String text) {
      WebSockets.sendText(text, channel, null);
    }

    /** Breaks the TCP connection. */
    public void drop() {
      IoUtils.safeClose(channel);
    }
  }

  private final Undertow server;
  private final DefaultByteBufferPool pool = new DefaultByteBufferPool(true, 16364, 2048, 0);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> clients = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
  private final Map<String, Set<WebSocketChannel>> sockets = new ConcurrentHashMap<>();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger pings = new AtomicInteger();
  private final String scheme;
  private volatile Function<HttpServerExchange, Boolean> door = exchange -> true;
  private volatile Set<String> subprotocols = Set.of("ocpp1.6", "ocpp2.0.1");
  private volatile BiFunction<Peer, JsonNode, Optional<String>> script =
      (peer, frame) -> emptyAnswer(frame);
  private volatile List<String> greetings = List.of();
  private volatile boolean pongs = true;

  /** Known also when nobody listens there any more. */
  private final int port;

  private TestCsms(int wanted, SSLContext tls) {
    scheme = tls == null ? "ws" : "wss";
    Undertow.Builder builder =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(2)
            .setByteBufferPool(pool)
            .setHandler(this::handle);
    server =
        (tls == null
                ? builder.addHttpListener(wanted, "127.0.0.1")
                : builder
                    .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED)
                    .addHttpsListener(wanted, "127.0.0.1", tls))
            .build();
    server.start();
    this.port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
  }

  /** Starts on a free port. */
  public static TestCsms start() {
    return new TestCsms(0, null);
  }

  /** Starts on a given port, say that of one that was closed. */
  public static TestCsms start(int port) {
    return new TestCsms(port, null);
  }

  /** Starts with TLS. */
  public static TestCsms start(SSLContext tls) {
    return new TestCsms(0, tls);
  }

  public int port() {
    return port;
  }

  /** {@code ws://127.0.0.1:PORT/ocpp}. */
  public URI url() {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/ocpp");
  }

  /** Refuses from now on with a status and headers given as name, value, name, value. */
  public void refuse(int status, String... headers) {
    door =
        exchange -> {
          exchange.setStatusCode(status);
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().put(new HttpString(headers[i]), headers[i + 1]);
          }
          exchange.endExchange();
          return false;
        };
  }

  /** Lets everyone in again. */
  public void letIn() {
    door = exchange -> true;
  }

  /** What to agree to; none at all leaves the header out. */
  public void agreeTo(String... protocols) {
    subprotocols = Set.of(protocols);
  }

  /** What to answer to a frame; empty for nothing. */
  public void answer(Function<JsonNode, Optional<String>> frames) {
    script = (peer, frame) -> frames.apply(frame);
  }

  /** The same, told where the frame came from. */
  public void answerEach(BiFunction<Peer, JsonNode, Optional<String>> frames) {
    script = frames;
  }

  /** Answers nothing. */
  public void goSilent() {
    script = (peer, frame) -> Optional.empty();
  }

  /** Sends these as soon as a socket is open. */
  public void greetWith(String... frames) {
    greetings = List.of(frames);
  }

  /** Whether pings are answered. */
  public void answerPings(boolean answer) {
    pongs = answer;
  }

  /** The handshakes so far. */
  public List<Request> requests() {
    return requests;
  }

  /** Whose certificate each handshake came with; empty text: without one. */
  public List<String> clients() {
    return clients;
  }

  private static String client(HttpServerExchange exchange) {
    try {
      SSLSessionInfo session = exchange.getConnection().getSslSessionInfo();
      return session == null
          ? ""
          : ((X509Certificate) session.getPeerCertificates()[0])
              .getSubjectX500Principal()
              .getName();
    } catch (SSLPeerUnverifiedException | RenegotiationRequiredException e) {
      return "";
    }
  }

  /** Lets in whom the test wants, and answers 401 to others. */
  public void admit(Predicate<HttpServerExchange> who) {
    door =
        exchange -> {
          if (who.test(exchange)) {
            return true;
          }
          exchange.setStatusCode(401);
          exchange.endExchange();
          return false;
        };
  }

  /** All text messages, in the order they came, each to be taken once. */
  public BlockingQueue<Received> received() {
    return received;
  }

  /** Codes of the close frames received. */
  public List<Integer> closeCodes() {
    return closeCodes;
  }

  public int pings() {
    return pings.get();
  }

  /** Open sockets of an identity (percent-encoded). */
  public int open(String identity) {
    return sockets.getOrDefault(identity, Set.of()).size();
  }

  /** Open sockets of all. */
  public int open() {
    return sockets.values().stream().mapToInt(Set::size).sum();
  }

  /** The most sockets any identity ever had at the same time. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  public void send(String identity, String text) {
    WebSockets.sendText(text, socket(identity), null);
  }

  public void sendBinary(String identity, byte[] bytes) {
    WebSockets.sendBinary(ByteBuffer.wrap(bytes), socket(identity), null);
  }

  public void close(String identity, int code, String reason) {
    WebSockets.sendClose(code, reason, socket(identity), null);
  }

  /** Breaks the TCP connection. */
  public void drop(String identity) {
    IoUtils.safeClose(socket(identity));
  }

  /** Reads no more from this socket. */
  public void stopReading(String identity) {
    socket(identity).suspendReceives();
  }

  private WebSocketChannel socket(String identity) {
    return sockets.get(identity).iterator().next();
  }

  @Override
  public void close() {
    sockets.values().forEach(set -> set.forEach(IoUtils::safeClose));
    server.stop();
    pool.close();
  }

  private void handle(HttpServerExchange exchange) throws Exception {
    String query = exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString();
    requests.add(
        new Request(
            exchange.getRequestURI() + query,
            header(exchange, "Authorization"),
            header(exchange, "Sec-WebSocket-Protocol"),
            header(exchange, "Host")));
    clients.add(client(exchange));
    if (door.apply(exchange)) {
      String identity =
          exchange.getRequestURI().substring(exchange.getRequestURI().lastIndexOf('/') + 1);
      new WebSocketProtocolHandshakeHandler(
              List.of(new Hybi13Handshake(subprotocols, false)),
              (WebSocketConnectionCallback) (opening, channel) -> opened(identity, channel))
          .handleRequest(exchange);
    }
  }

  private static Optional<String> header(HttpServerExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private void opened(String identity, WebSocketChannel channel) {
    Set<WebSocketChannel> mine =
        sockets.computeIfAbsent(identity, id -> ConcurrentHashMap.newKeySet());
    mine.add(channel);
    mostAtOnce.accumulateAndGet(mine.size(), Math::max);
    channel.addCloseTask(mine::remove);
    channel.getReceiveSetter().set(new Listener(identity));
    channel.resumeReceives();
    greetings.forEach(frame -> WebSockets.sendText(frame, channel, null));
  }

  private static Optional<String> emptyAnswer(JsonNode frame) {
    return frame.path(0).asInt() == 2
        ? Optional.of("[3,\"" + frame.path(1).asText() + "\",{}]")
        : Optional.empty();
  }

  private final class Listener extends AbstractReceiveListener {
    private final String identity;

    Listener(String identity) {
      this.identity = identity;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
      Received frame = new Received(identity, message.getData());
      received.add(frame);
      script
          .apply(new Peer(identity, channel), frame.json())
          .ifPresent(answer -> WebSockets.sendText(answer, channel, null));
    }

    @Override
    protected void onFullPingMessage(WebSocketChannel channel, BufferedBinaryMessage message)
        throws IOException {
      pings.incrementAndGet();
      if (pongs) {
        super.onFullPingMessage(channel, message);
      } else {
        message.getData().close();
      }
    }

    @Override
    protected void onCloseMessage(CloseMessage message, WebSocketChannel channel) {
      closeCodes.add(message.getCode());
    }
  }
}
