package org.ocppbridge.adapter.csms;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ocppbridge.mappings.Printable;
import org.xnio.IoUtils;

/**
 * A WebSocket of Undertow. Undertow itself queues without bound for a peer that does not read, so
 * what waits is counted here.
 */
final class UndertowWire implements Wire {

  /** Longest reason in a close frame, in characters; RFC 6455 §5.5 allows 123 bytes. */
  private static final int CLOSE_REASON_MAX = 40;

  private final WebSocketChannel channel;
  private final long pendingBytesMax;
  private final AtomicLong pendingBytes = new AtomicLong();
  private final AtomicInteger pendingMessages = new AtomicInteger();

  UndertowWire(WebSocketChannel channel, int frameMax) {
    this.channel = channel;
    this.pendingBytesMax = (long) PENDING_BYTES_MAX + frameMax;
  }

  @Override
  public boolean send(String message, Runnable written) {
    ByteBuffer bytes = ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8));
    int length = bytes.remaining();
    if (pendingBytes.get() + length > pendingBytesMax
        || pendingMessages.get() >= PENDING_MESSAGES_MAX) {
      return false;
    }
    pendingBytes.addAndGet(length);
    pendingMessages.incrementAndGet();
    WebSockets.sendText(
        bytes,
        channel,
        whenDone(
            () -> {
              pendingBytes.addAndGet(-length);
              pendingMessages.decrementAndGet();
              written.run();
            }));
    return true;
  }

  @Override
  public void ping() {
    WebSockets.sendPing(ByteBuffer.allocate(0), channel, whenDone(() -> {}));
  }

  @Override
  public void close(int code, String reason) {
    WebSockets.sendClose(
        code, Printable.cut(reason, CLOSE_REASON_MAX), channel, whenDone(() -> {}));
  }

  @Override
  public void drop() {
    IoUtils.safeClose(channel);
  }

  /** A failure to write shows as the end of the connection, so it needs no handling of its own. */
  private static WebSocketCallback<Void> whenDone(Runnable done) {
    return new WebSocketCallback<>() {
      @Override
      public void complete(WebSocketChannel channel, Void context) {
        done.run();
      }

      @Override
      public void onError(WebSocketChannel channel, Void context, Throwable problem) {
        done.run();
        IoUtils.safeClose(channel);
      }
    };
  }
}
