package org.ocppbridge.adapter.store.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.SampledValue;

/**
 * Measures how many durable transaction messages a second pass the store, beside appending the same
 * bytes to a plain file with group commit, which is as fast as the disk allows.
 *
 * <p>Arguments: callers (128), seconds of each measurement (5), folder (a temporary one).
 */
public final class StoreThroughput {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final List<String> processor = new ArrayList<>();
  private final int callers;
  private final int seconds;

  private StoreThroughput(int callers, int seconds) {
    this.callers = callers;
    this.seconds = seconds;
  }

  /** One measurement of everything. */
  public static void main(String[] args) throws Exception {
    int callers = args.length > 0 ? Integer.parseInt(args[0]) : 128;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path folder =
        args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("store-throughput");
    new StoreThroughput(callers, seconds).run(folder);
  }

  private void run(Path folder) throws Exception {
    for (int round = 1; round <= 2; round++) {
      double file = file(folder.resolve("file-" + round));
      double appended = store(folder.resolve("append-" + round), false);
      double delivered = store(folder.resolve("deliver-" + round), true);
      System.out.printf(
          Locale.ROOT,
          "%d callers: plain file %.0f/s, store appends %.0f/s (%.2f of it), appended and delivered %.0f/s; processor per message %s%n",
          callers,
          file,
          appended,
          appended / file,
          delivered,
          processor);
      processor.clear();
    }
  }

  /** One message of a transaction a call, as a MeterValues leads to it. */
  private double store(Path folder, boolean deliver) throws Exception {
    try (Store store = SqlStore.in(folder, new SqlStore.Limits(1_000_000, 100_000_000))) {
      return perSecond(
          caller -> {
            ChargerState[] state = {
              ChargerState.fresh(new ChargerId("CHARGER-" + caller), SoapVersion.V16, 0)
            };
            long[] fingerprint = {caller};
            return () -> {
              state[0] = meterValues(store, state[0], fingerprint[0] += callers);
              if (deliver) {
                ChargerState before = state[0];
                state[0] =
                    store
                        .delivered(
                            before,
                            store.head(before.id()).orElseThrow(),
                            List.of(),
                            List.of(),
                            NOW)
                        .state();
              }
            };
          });
    }
  }

  private static ChargerState meterValues(Store store, ChargerState state, long fingerprint) {
    List<MeterValue> values =
        List.of(
            new MeterValue(
                NOW,
                List.of(
                    new SampledValue(
                        Long.toString(fingerprint), null, null, null, null, null, null))));
    return store
        .note(
            state,
            List.of(
                new TransactionChange.MeterValuesSeen(fingerprint * 0x9E3779B97F4A7C15L),
                new ConnectorChange.Sampled(1, values, NOW)),
            List.of(message(fingerprint)),
            NOW)
        .state();
  }

  /** About 400 bytes. */
  private static Message message(long value) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("connectorId", 1).put("transactionId", 1000);
    ObjectNode meterValue = payload.putArray("meterValue").addObject();
    meterValue.put("timestamp", NOW.toString());
    var samples = meterValue.putArray("sampledValue");
    for (String measurand : List.of("Energy.Active.Import.Register", "Power.Active.Import")) {
      samples
          .addObject()
          .put("value", Long.toString(value))
          .put("context", "Sample.Periodic")
          .put("measurand", measurand)
          .put("unit", "Wh");
    }
    return Message.transaction("MeterValues", payload, 1000);
  }

  /** The same message as bytes at the end of a file, forced to the disk in groups. */
  private double file(Path path) throws Exception {
    byte[] line = Codec.write(message(1)).getBytes(StandardCharsets.UTF_8);
    try (AppendFile file = new AppendFile(path)) {
      return perSecond(caller -> () -> file.append(line));
    }
  }

  private double perSecond(IntFunction<Runnable> work) throws Exception {
    AtomicLong done = new AtomicLong();
    long[] measured = new long[1];
    long cpu = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long warm = System.nanoTime() + 2_000_000_000L;
      long end = warm + seconds * 1_000_000_000L;
      List<Future<?>> all = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        Runnable one = work.apply(caller);
        all.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    one.run();
                    if (System.nanoTime() > warm) {
                      done.incrementAndGet();
                    }
                  }
                }));
      }
      Thread.sleep(2000);
      cpu = PROCESS.getProcessCpuTime();
      for (Future<?> each : all) {
        each.get();
      }
      cpu = PROCESS.getProcessCpuTime() - cpu;
      measured[0] = System.nanoTime() - warm;
    }
    processor.add(Math.round(cpu / 1000.0 / Math.max(1, done.get())) + " us");
    return done.get() * 1e9 / measured[0];
  }

  /** As plain as can be: one thread writes what all wait for, and forces it once. */
  private static final class AppendFile implements AutoCloseable {
    private record Job(byte[] bytes, CompletableFuture<Void> done) {}

    private static final Job STOP = new Job(new byte[0], new CompletableFuture<>());

    private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(10_000);
    private final FileChannel channel;
    private final Thread thread;

    AppendFile(Path path) throws IOException {
      channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      thread = Thread.ofPlatform().start(this::work);
    }

    void append(byte[] bytes) {
      Job job = new Job(bytes, new CompletableFuture<>());
      queue.add(job);
      job.done().join();
    }

    private void work() {
      try {
        while (true) {
          List<Job> jobs = new ArrayList<>();
          jobs.add(queue.take());
          queue.drainTo(jobs, 1023);
          if (jobs.contains(STOP)) {
            return;
          }
          int size = jobs.stream().mapToInt(job -> job.bytes().length).sum();
          ByteBuffer buffer = ByteBuffer.allocate(size);
          jobs.forEach(job -> buffer.put(job.bytes()));
          buffer.flip();
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          channel.force(false);
          jobs.forEach(job -> job.done().complete(null));
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      queue.add(STOP);
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      channel.close();
    }
  }
}
