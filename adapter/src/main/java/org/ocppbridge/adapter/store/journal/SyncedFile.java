package org.ocppbridge.adapter.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of the computer's own disk, synced with each append. What follows in it has no meaning:
 * zeros, or what was in a file that is written over.
 */
final class SyncedFile implements Tail {
  private static final boolean FOLDERS_SYNC = !System.getProperty("os.name").startsWith("Windows");

  /** Bytes that are filled with zeros at once. */
  private static final int STEP = 2 << 20;

  private final FileChannel channel;
  private long end;
  private long filled;

  private SyncedFile(FileChannel channel, long filled) {
    this.channel = channel;
    this.filled = filled;
  }

  /** Makes a file, or takes one to be written over; its name is on the disk too. */
  static SyncedFile open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      sync(file.toAbsolutePath().getParent());
      return new SyncedFile(channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Windows keeps names safe by itself, and does not open folders. */
  private static void sync(Path folder) throws IOException {
    if (FOLDERS_SYNC) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
    if (end > filled) {
      fill();
    }
    channel.force(false);
  }

  /**
   * Zeros after the end, so that the next appends change bytes of the file and not its size: their
   * syncs need not wait for the file system's own journal, and so for what others write.
   */
  private void fill() throws IOException {
    filled = end;
    ByteBuffer zeros = ByteBuffer.allocateDirect(STEP);
    while (zeros.hasRemaining()) {
      filled += channel.write(zeros, filled);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
