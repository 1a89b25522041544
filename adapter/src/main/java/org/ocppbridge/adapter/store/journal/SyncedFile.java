package org.ocppbridge.adapter.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the computer's own disk, synced with each append. */
final class SyncedFile implements Tail {
  private static final boolean FOLDERS_SYNC = !System.getProperty("os.name").startsWith("Windows");

  private final FileChannel channel;
  private long end;

  private SyncedFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes a file; its name is on the disk too. */
  static SyncedFile create(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      sync(file.toAbsolutePath().getParent());
      return new SyncedFile(channel);
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
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
