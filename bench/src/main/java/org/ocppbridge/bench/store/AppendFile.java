package org.ocppbridge.bench.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** As plain as can be: one thread writes what all wait for to a file, and syncs it once. */
final class AppendFile implements AutoCloseable {
  private static final int GROUP_MAX = 1024;

  private record Job(byte[] bytes, CompletableFuture<Void> done) {}

  private static final Job STOP = new Job(new byte[0], new CompletableFuture<>());

  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(10_000);
  private final FileChannel channel;
  private final Thread thread;

  AppendFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    thread = Thread.ofPlatform().start(this::work);
  }

  /** The bytes are on the disk when this returns. */
  void append(byte[] bytes) {
    Job job = new Job(bytes, new CompletableFuture<>());
    queue.add(job);
    job.done().join();
  }

  private void work() {
    try {
      boolean stop = false;
      while (!stop) {
        List<Job> jobs = new ArrayList<>();
        jobs.add(queue.take());
        queue.drainTo(jobs, GROUP_MAX - 1);
        stop = jobs.remove(STOP);
        write(jobs);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(List<Job> jobs) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(jobs.stream().mapToInt(j -> j.bytes().length).sum());
    jobs.forEach(job -> buffer.put(job.bytes()));
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(false);
    jobs.forEach(job -> job.done().complete(null));
  }

  @Override
  public void close() throws IOException {
    queue.add(STOP);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channel.close();
  }
}
