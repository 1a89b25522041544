package org.ocppbridge.adapter.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The end of what is written in a file. */
public interface Tail extends Closeable {

  /**
   * Adds bytes; they are on the disk when this returns.
   *
   * @throws IOException if that is not certain; the file is not to be used any more then
   */
  void append(ByteBuffer bytes) throws IOException;
}
