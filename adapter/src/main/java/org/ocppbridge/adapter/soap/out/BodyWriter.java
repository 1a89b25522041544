package org.ocppbridge.adapter.soap.out;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSinkChannel;

/** Writes a request's body on the I/O thread, as fast as the charger takes it, and flushes. */
final class BodyWriter implements ChannelListener<StreamSinkChannel> {

  private final ByteBuffer body;
  private final Consumer<IOException> failed;
  private boolean shut;

  BodyWriter(byte[] body, Consumer<IOException> failed) {
    this.body = ByteBuffer.wrap(body);
    this.failed = failed;
  }

  @Override
  public void handleEvent(StreamSinkChannel channel) {
    try {
      if (write(channel)) {
        channel.suspendWrites();
      } else {
        channel.getWriteSetter().set(this);
        channel.resumeWrites();
      }
    } catch (IOException e) {
      failed.accept(e);
    }
  }

  private boolean write(StreamSinkChannel channel) throws IOException {
    while (body.hasRemaining()) {
      if (channel.write(body) == 0) {
        return false;
      }
    }
    if (!shut) {
      channel.shutdownWrites();
      shut = true;
    }
    return channel.flush();
  }
}
