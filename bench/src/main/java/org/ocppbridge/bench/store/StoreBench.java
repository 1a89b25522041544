package org.ocppbridge.bench.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.sql.SqlStore;

/**
 * Measures the store with many callers, each of which waits until its message is safe.
 *
 * <ul>
 *   <li><i>plain file</i>: the bytes of a message, as the store keeps them, at the end of a file;
 *       all that wait share one sync. One message is one append that has returned.
 *   <li><i>append</i>: a MeterValues of a transaction as the bridge takes it, with its fingerprint
 *       and the connector's latest reading. One message is one {@link Store#note} that has
 *       returned.
 *   <li><i>append and deliver</i>: the same, and it leaves the outbox. One message is one {@link
 *       Store#note} and one {@link Store#delivered} that have returned: two syncs.
 * </ul>
 *
 * <p>Arguments: callers (128), rounds (5), seconds of each measurement (3), folder (a temporary
 * one). Before the rounds there is one that does not count.
 */
public final class StoreBench {
  private static final SqlStore.Limits LIMITS = new SqlStore.Limits(1_000_000, 100_000_000, 100);
  private static final String FILE = "plain file";

  private final Load load;
  private final int rounds;
  private final Path folder;

  private StoreBench(Load load, int rounds, Path folder) {
    this.load = load;
    this.rounds = rounds;
    this.folder = folder;
  }

  /** Measures, prints and keeps the results. */
  public static void main(String[] args) throws Exception {
    int callers = args.length > 0 ? Integer.parseInt(args[0]) : 128;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Path folder = args.length > 3 ? Path.of(args[3]) : Files.createTempDirectory("store-bench");
    Files.createDirectories(folder);
    Results results = new StoreBench(new Load(callers, 1, seconds), rounds, folder).measure();
    System.out.printf(
        "%d callers, %d rounds of %d s, %d processors, %s%n",
        callers, rounds, seconds, Runtime.getRuntime().availableProcessors(), folder);
    results.print(System.out);
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    Path csv =
        Path.of(System.getProperty("bench.results", "."), "store-" + time + ".csv")
            .toAbsolutePath();
    results.write(csv);
    System.out.println(csv);
  }

  private Results measure() throws Exception {
    byte[] message = message();
    Results results = new Results();
    for (int round = 0; round <= rounds; round++) {
      Results into = round == 0 ? new Results() : results;
      into.add(FILE, file(message));
      into.add("store, append", store(false));
      into.add("store, append and deliver", store(true));
    }
    return results;
  }

  /** As the store keeps it. */
  private byte[] message() throws Exception {
    Path data = folder.resolve("message");
    try (Store store = SqlStore.in(data, LIMITS)) {
      new MeterReadings(store, 1).append();
    }
    String url = "jdbc:sqlite:" + data.resolve("bridge.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT message FROM outbox")) {
      return row.getString(1).getBytes(StandardCharsets.UTF_8);
    } finally {
      delete(data);
    }
  }

  private Load.Result file(byte[] message) throws Exception {
    Path path = folder.resolve("plain");
    try (AppendFile file = new AppendFile(path)) {
      return load.run(caller -> () -> file.append(message));
    } finally {
      delete(path);
    }
  }

  private Load.Result store(boolean deliver) throws Exception {
    Path data = folder.resolve("data");
    try (Store store = SqlStore.in(data, LIMITS)) {
      return load.run(
          caller -> {
            MeterReadings charger = new MeterReadings(store, caller);
            return () -> {
              charger.append();
              if (deliver) {
                charger.deliver();
              }
            };
          });
    } finally {
      delete(data);
    }
  }

  private static void delete(Path path) throws IOException {
    List<Path> parts;
    try (Stream<Path> all = Files.walk(path)) {
      parts = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path part : parts) {
      Files.delete(part);
    }
  }
}
