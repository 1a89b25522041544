package org.ocppbridge.adapter.samplecsms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.Undertow;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small CSMS on a WebSocket server; charging stations connect to {@code /ocpp/} and their
 * identity.
 */
public final class SampleCsms implements AutoCloseable {

  /** Longest frame it reads, in bytes. */
  public static final int FRAME_MAX = 1 << 20;

  /** Most breaches of the protocol that are kept. */
  public static final int IRREGULARITIES_MAX = 1_000;

  /** Seconds between heartbeats that it asks for. */
  public static final int INTERVAL_DEFAULT = 60;

  private static final String PATH = "/ocpp/";
  private static final int NO_SUBPROTOCOL = 1002;

  private final Map<String, ChargerConnection> connections = new ConcurrentHashMap<>();
  private final List<String> irregularities = Collections.synchronizedList(new ArrayList<>());
  private final List<Dialect> dialects;
  private final Frames frames;
  private final Clock clock;
  private final String host;
  private final Undertow server;

  private SampleCsms(String host, int port, Frames frames, Clock clock) {
    this.host = host;
    this.frames = frames;
    this.clock = clock;
    this.dialects =
        List.of(new Ocpp16(clock, INTERVAL_DEFAULT), new Ocpp201(clock, INTERVAL_DEFAULT));
    Set<String> subprotocols = new TreeSet<>(dialects.stream().map(Dialect::subprotocol).toList());
    WebSocketConnectionCallback callback = this::connected;
    WebSocketProtocolHandshakeHandler handshake =
        new WebSocketProtocolHandshakeHandler(
            List.of(new Hybi13Handshake(subprotocols, false)), callback);
    this.server =
        Undertow.builder()
            .addHttpListener(port, host)
            .setByteBufferPool(new DefaultByteBufferPool(true, 16_364, 2_048, 0))
            .setHandler(exchange -> route(exchange, handshake))
            .build();
    server.start();
  }

  /**
   * Starts one.
   *
   * @param host address to listen on
   * @param port port to listen on; 0: any free one
   * @param frames hears of every frame
   * @throws RuntimeException if the port is taken
   */
  public static SampleCsms start(String host, int port, Frames frames) {
    return new SampleCsms(host, port, frames, Clock.systemUTC());
  }

  private static void route(
      HttpServerExchange exchange, WebSocketProtocolHandshakeHandler handshake) throws Exception {
    if (identity(exchange.getRequestURI()).isEmpty()) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
    } else {
      handshake.handleRequest(exchange);
    }
  }

  /** The identity in a path as it was on the wire; empty text if there is none. */
  private static String identity(String rawPath) {
    if (!rawPath.startsWith(PATH) || rawPath.indexOf('/', PATH.length()) >= 0) {
      return "";
    }
    String last = rawPath.substring(PATH.length());
    try {
      return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void connected(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    URI uri = URI.create(exchange.getRequestURI());
    String charger = identity(uri.getRawPath());
    Dialect dialect =
        dialects.stream()
            .filter(each -> each.subprotocol().equals(channel.getSubProtocol()))
            .findFirst()
            .orElse(null);
    if (dialect == null) {
      irregular(charger + ": connected without a subprotocol that is spoken here");
      WebSockets.sendClose(NO_SUBPROTOCOL, "no subprotocol in common", channel, null);
      return;
    }
    ChargerConnection connection =
        new ChargerConnection(
            charger,
            dialect,
            text -> WebSockets.sendText(text, channel, null),
            frames,
            this::irregular,
            clock);
    connections.put(charger, connection);
    channel.addCloseTask(
        closed -> {
          connections.remove(charger, connection);
          connection.ended();
        });
    channel.getReceiveSetter().set(new Reader(connection));
    channel.resumeReceives();
  }

  /** Reads text frames, one after another. */
  private static final class Reader extends AbstractReceiveListener {
    private final ChargerConnection connection;

    Reader(ChargerConnection connection) {
      this.connection = connection;
    }

    @Override
    protected long getMaxTextBufferSize() {
      return FRAME_MAX;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
      connection.received(message.getData());
    }
  }

  private void irregular(String text) {
    synchronized (irregularities) {
      if (irregularities.size() < IRREGULARITIES_MAX) {
        irregularities.add(text);
      }
    }
  }

  /** Where charging stations connect; the identity is appended. */
  public URI url() {
    int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    return URI.create("ws://" + host + ":" + port + "/ocpp");
  }

  /** Identities of the charging stations that are connected. */
  public Set<String> connected() {
    return new TreeSet<>(connections.keySet());
  }

  /**
   * Asks a charging station and waits for the answer.
   *
   * @param timeout longest wait
   */
  public CallAnswer call(String charger, String action, ObjectNode payload, Duration timeout) {
    ChargerConnection connection = connections.get(charger);
    return connection == null
        ? new CallAnswer.None(charger + " is not connected")
        : connection.call(action, payload, timeout);
  }

  /** Every breach of the protocol that was seen, in words. */
  public List<String> irregularities() {
    synchronized (irregularities) {
      return List.copyOf(irregularities);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
