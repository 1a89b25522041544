package org.ocppbridge.adapter.soap.in;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/** Puts a {@link HeadReader} between a connection and Undertow's parser. */
final class HeadConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final HeadReader heads = new HeadReader();
  private ByteBuffer ready = NONE;

  private HeadConduit(StreamSourceConduit next) {
    super(next);
  }

  /** Guards a connection that was just accepted. */
  static void guard(StreamConnection connection) {
    connection
        .getSourceChannel()
        .setConduit(new HeadConduit(connection.getSourceChannel().getConduit()));
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    if (!ready.hasRemaining()) {
      int start = target.position();
      int count = next.read(target);
      if (count <= 0) {
        return count;
      }
      byte[] wire = new byte[count];
      target.position(start).get(wire).position(start);
      ready = ByteBuffer.wrap(heads.read(wire, count));
    }
    int count = Math.min(target.remaining(), ready.remaining());
    target.put(ready.slice(ready.position(), count));
    ready.position(ready.position() + count);
    if (!ready.hasRemaining()) {
      ready = NONE; // not held while the connection waits
    }
    return count;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (targets[i].hasRemaining()) {
        return read(targets[i]);
      }
    }
    return 0;
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer throughBuffer, StreamSinkChannel target)
      throws IOException {
    return IoUtils.transfer(new ConduitReadableByteChannel(this), count, throughBuffer, target);
  }

  /** What is ready here will not be announced by the connection again. */
  @Override
  public void resumeReads() {
    if (ready.hasRemaining()) {
      next.wakeupReads();
    } else {
      next.resumeReads();
    }
  }
}
