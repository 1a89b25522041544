package org.ocppbridge.adapter.soap.out;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSourceChannel;

/** Reads an answer's body on the I/O thread, up to a limit. */
final class BodyReader implements ChannelListener<StreamSourceChannel> {

  /** Gets the body, and whether the connection ended before its announced end. */
  interface Done {
    void body(byte[] bytes, boolean cut);
  }

  private final ByteBufferPool pool;
  private final int limit;
  private final Done done;
  private final Consumer<ExchangeFailure> failed;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  BodyReader(ByteBufferPool pool, int limit, Done done, Consumer<ExchangeFailure> failed) {
    this.pool = pool;
    this.limit = limit;
    this.done = done;
    this.failed = failed;
  }

  /** No more will come, though more was announced. */
  void cut() {
    done.body(bytes.toByteArray(), true);
  }

  @Override
  public void handleEvent(StreamSourceChannel channel) {
    try (PooledByteBuffer pooled = pool.allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (true) {
        buffer.clear();
        int read = channel.read(buffer);
        if (read == 0) {
          channel.getReadSetter().set(this);
          channel.resumeReads();
          return;
        }
        if (read < 0) {
          done.body(bytes.toByteArray(), false);
          return;
        }
        if (bytes.size() + read > limit) {
          failed.accept(tooLong(limit));
          return;
        }
        append(buffer.flip());
      }
    } catch (IOException e) {
      cut();
    }
  }

  static ExchangeFailure tooLong(int limit) {
    return new ExchangeFailure(Why.NOT_SOAP, "its answer is longer than " + limit + " bytes");
  }

  private void append(ByteBuffer buffer) {
    byte[] chunk = new byte[buffer.remaining()];
    buffer.get(chunk);
    bytes.writeBytes(chunk);
  }
}
