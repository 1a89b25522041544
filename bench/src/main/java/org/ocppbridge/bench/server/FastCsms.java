package org.ocppbridge.bench.server;

import io.undertow.Undertow;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;

/**
 * A CSMS that takes as little of the processor as it can: it looks for the id and the action of a
 * CALL and answers a text made beforehand. {@code GET /} says how many stations are connected and
 * how many transaction messages it has had.
 */
public final class FastCsms {
  private static final String HOST = "127.0.0.1";
  private static final Set<String> PROTOCOLS = Set.of("ocpp1.6", "ocpp2.0.1");

  private final AtomicInteger transactions = new AtomicInteger(1);
  private final AtomicInteger connected = new AtomicInteger();
  private final LongAdder durable = new LongAdder();

  private FastCsms() {}

  /**
   * Serves until it is ended.
   *
   * @param args the port; for TLS the key store and its password too, and then the plain port after
   *     it serves as well
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    FastCsms csms = new FastCsms();
    WebSocketProtocolHandshakeHandler handshake =
        new WebSocketProtocolHandshakeHandler(
            List.of(new Hybi13Handshake(PROTOCOLS, false)), csms::connected, csms::count);
    int port = Integer.parseInt(args[0]);
    Undertow.Builder builder =
        Undertow.builder()
            .setIoThreads(1)
            .setByteBufferPool(new DefaultByteBufferPool(true, 16_364, 2_048, 0))
            .setHandler(handshake);
    if (args.length > 1) {
      builder.addHttpsListener(port, HOST, tls(args[1], args[2].toCharArray()));
      builder.addHttpListener(port + 1, HOST);
    } else {
      builder.addHttpListener(port, HOST);
    }
    builder.build().start();
    System.out.println("ready");
  }

  private static SSLContext tls(String file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(new File(file), password);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void count(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
    exchange
        .getResponseSender()
        .send("connected=" + connected.get() + " transactionMessages=" + durable.sum());
  }

  private void connected(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    connected.incrementAndGet();
    ChannelListener<WebSocketChannel> gone = closed -> connected.decrementAndGet();
    channel.addCloseTask(gone);
    channel
        .getReceiveSetter()
        .set(
            new AbstractReceiveListener() {
              @Override
              protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                answer(from, message.getData());
              }
            });
    channel.resumeReceives();
  }

  /** Answers {@code [2,"id","action",{…}]}; what is no CALL is not looked at. */
  private void answer(WebSocketChannel channel, String frame) {
    String[] parts = frame.split("\"", 5);
    if (parts.length == 5 && parts[0].equals("[2,")) {
      String answer = "[3,\"" + parts[1] + "\"," + payload(parts[3]) + "]";
      WebSockets.sendText(answer, channel, null);
    }
  }

  private String payload(String action) {
    return switch (action) {
      case "BootNotification" ->
          "{\"status\":\"Accepted\",\"currentTime\":\"2026-01-01T00:00:00Z\",\"interval\":300}";
      case "Heartbeat" -> "{\"currentTime\":\"2026-01-01T00:00:00Z\"}";
      case "Authorize" ->
          "{\"idTagInfo\":{\"status\":\"Accepted\"},\"idTokenInfo\":{\"status\":\"Accepted\"}}";
      case "StartTransaction" -> {
        durable.increment();
        yield "{\"transactionId\":"
            + transactions.getAndIncrement()
            + ",\"idTagInfo\":{\"status\":\"Accepted\"}}";
      }
      case "StopTransaction", "MeterValues", "TransactionEvent" -> {
        durable.increment();
        yield "{}";
      }
      default -> "{}";
    };
  }
}
