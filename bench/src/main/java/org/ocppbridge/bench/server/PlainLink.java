package org.ocppbridge.bench.server;

import io.undertow.server.DefaultByteBufferPool;
import io.undertow.websockets.client.WebSocketClient;
import io.undertow.websockets.client.WebSocketClientNegotiation;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.XnioWorker;

/** One charger's WebSocket by Undertow's own client. */
final class PlainLink {
  private static final DefaultByteBufferPool BUFFERS =
      new DefaultByteBufferPool(true, 16_364, 2_048, 0);

  private final Map<String, CompletableFuture<String>> calls = new ConcurrentHashMap<>();
  private final WebSocketChannel channel;

  /** Connects, and waits until it is. */
  PlainLink(XnioWorker worker, URI csms, String id) {
    try {
      channel =
          WebSocketClient.connectionBuilder(worker, BUFFERS, URI.create(csms + "/" + id))
              .setClientNegotiation(new WebSocketClientNegotiation(List.of("ocpp1.6"), List.of()))
              .connect()
              .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    channel
        .getReceiveSetter()
        .set(
            new AbstractReceiveListener() {
              @Override
              protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                String frame = message.getData();
                calls.remove(frame.split("\"", 3)[1]).complete(frame);
              }
            });
    channel.resumeReceives();
  }

  /** The frame that answers. */
  CompletableFuture<String> call(String action, String payload) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<String> answer = new CompletableFuture<>();
    calls.put(id, answer);
    WebSockets.sendText("[2,\"" + id + "\",\"" + action + "\"," + payload + "]", channel, null);
    return answer;
  }
}
