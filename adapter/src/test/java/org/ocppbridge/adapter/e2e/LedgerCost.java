package org.ocppbridge.adapter.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.program.Kept;
import org.ocppbridge.adapter.samplecsms.Frames;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.adapter.store.sql.SqlStore;

/**
 * Measures what the ledger costs: two bridges in one process, one with it and one without, take the
 * same load in turns. Authorize (answered by the CSMS) and Heartbeat (nearly always by the bridge)
 * alternate. Arguments: seconds of a turn, turns, chargers, and {@code memory} for a store that
 * costs nothing, so that the ledger's share is as large as it can be.
 */
final class LedgerCost {
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Never opened: waiting for it takes its time. */
  private static final CountDownLatch PAUSE = new CountDownLatch(1);

  private LedgerCost() {}

  /** What a turn came to. */
  private record Turn(
      double perSecond, double cpuMicros, double writerMicros, Map<String, Double> kindMicros) {}

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 6;
    int chargers = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    boolean inMemory = args.length > 3 && args[3].equals("memory");
    Path data = Files.createTempDirectory("ledger-cost");
    try (SampleCsms csms = SampleCsms.start("127.0.0.1", 0, Frames.IGNORED);
        Wiring with = bridge(csms, store(inMemory, data.resolve("with")), Optional.of(data));
        Wiring without = bridge(csms, store(inMemory, data.resolve("without")), Optional.empty())) {
      Turn _ = turn(with, chargers, 2 * seconds);
      Turn _ = turn(without, chargers, 2 * seconds);
      List<Turn> on = new ArrayList<>();
      List<Turn> off = new ArrayList<>();
      for (int i = 0; i < turns; i++) {
        // Either is first in every second pair: what changes slowly speaks for neither.
        if (i % 2 == 0) {
          off.add(turn(without, chargers, seconds));
          on.add(turn(with, chargers, seconds));
        } else {
          on.add(turn(with, chargers, seconds));
          off.add(turn(without, chargers, seconds));
        }
        say("turn " + (i + 1), off.getLast(), on.getLast());
      }
      System.out.printf(
          Locale.ROOT,
          "median of the turns: throughput %+.1f %%, CPU of each exchange %+.1f %%%n",
          median(off, on, Turn::perSecond),
          median(off, on, Turn::cpuMicros));
      sayKinds(off, on);
    }
  }

  private static Store store(boolean inMemory, Path folder) {
    return inMemory
        ? new MemoryStore()
        : SqlStore.in(folder, new SqlStore.Limits(10_000, 10_000_000, 0));
  }

  private static Wiring bridge(SampleCsms csms, Store store, Optional<Path> folder) {
    BridgeConfig config =
        ConfigLoader.parse(
            """
            soap: {host: 127.0.0.1, port: 0, rate: {perCharger: off}}
            admin: {port: 0}
            autoRegister: true
            targets: {main: {url: "%s"}}
            """
                .formatted(csms.url()));
    return new Wiring(config, store, new Kept(folder, Optional.empty()));
  }

  private static Turn turn(Wiring bridge, int chargers, int seconds) throws Exception {
    LongAdder count = new LongAdder();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < chargers; i++) {
      String id = "CP-" + i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> charger(bridge.soapAddress().getPort(), id, over, count)));
    }
    boolean _ = PAUSE.await(300, TimeUnit.MILLISECONDS);
    long cpu = processCpu();
    long writer = writerCpu();
    Map<String, Long> kinds = kindsCpu();
    long began = System.nanoTime();
    count.reset();
    boolean _ = PAUSE.await(seconds, TimeUnit.SECONDS);
    long exchanges = count.sum();
    double took = (System.nanoTime() - began) / 1e9;
    Turn turn =
        new Turn(
            exchanges / took,
            (processCpu() - cpu) / 1e3 / exchanges,
            (writerCpu() - writer) / 1e3 / exchanges,
            spent(kinds, kindsCpu(), exchanges));
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    return turn;
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long writerCpu() {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("ledger")) {
        sum += THREADS.getThreadCpuTime(thread.getThreadId());
      }
    }
    return sum;
  }

  /** Processor time of each kind of thread so far, in ticks; empty where there is no /proc. */
  private static Map<String, Long> kindsCpu() {
    Map<String, Long> ticks = new TreeMap<>();
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        ticks.merge(
            name.replaceAll("[-# ]*[0-9]+.*", ""),
            Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
            Long::sum);
      }
    } catch (IOException gone) {
      return Map.of();
    }
    return ticks;
  }

  /** A tick is 10 ms on each Linux there is. */
  private static Map<String, Double> spent(
      Map<String, Long> before, Map<String, Long> after, long exchanges) {
    Map<String, Double> micros = new TreeMap<>();
    after.forEach(
        (kind, ticks) ->
            micros.put(kind, (ticks - before.getOrDefault(kind, 0L)) * 1e4 / exchanges));
    return micros;
  }

  private static void sayKinds(List<Turn> off, List<Turn> on) {
    on.getFirst()
        .kindMicros()
        .keySet()
        .forEach(
            kind -> {
              double without = medianOf(off, kind);
              double with = medianOf(on, kind);
              if (with >= 1 || without >= 1) {
                System.out.printf(
                    Locale.ROOT,
                    "%-16s µs CPU each: without %6.1f, with %6.1f (%+.1f)%n",
                    kind,
                    without,
                    with,
                    with - without);
              }
            });
  }

  private static double medianOf(List<Turn> turns, String kind) {
    double[] sorted =
        turns.stream()
            .mapToDouble(turn -> turn.kindMicros().getOrDefault(kind, 0.0))
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  private static void charger(int port, String id, AtomicBoolean over, LongAdder count) {
    byte[] authorize =
        post(id, "<authorizeRequest><idTag>TAG-%s</idTag></authorizeRequest>".formatted(id));
    byte[] heartbeat = post(id, "<heartbeatRequest/>");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; !over.get(); i++) {
        out.write(i % 2 == 0 ? authorize : heartbeat);
        readAnswer(in);
        count.increment();
      }
    } catch (IOException e) {
      System.err.println(id + ": " + e);
    }
  }

  private static byte[] post(String id, String body) {
    String envelope =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\""
            + SOAP
            + "\""
            + " xmlns:a=\"http://www.w3.org/2005/08/addressing\" xmlns=\"urn://Ocpp/Cs/2015/10/\">"
            + "<s:Header><chargeBoxIdentity>"
            + id
            + "</chargeBoxIdentity>"
            + "<a:MessageID>urn:uuid:"
            + id
            + "</a:MessageID></s:Header>"
            + "<s:Body>"
            + body
            + "</s:Body></s:Envelope>");
    return ("POST /ocpp HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Content-Type: application/soap+xml; charset=utf-8\r\n"
            + "Content-Length: "
            + envelope.length()
            + "\r\n\r\n"
            + envelope)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void readAnswer(InputStream in) throws IOException {
    int length = 0;
    String status = line(in);
    if (!status.contains(" 200 ")) {
      throw new IOException("refused: " + status);
    }
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
    }
    if (in.readNBytes(length).length < length) {
      throw new IOException("cut off");
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Of each turn with the one right before it: what else the machine does changes slowly. */
  private static double median(List<Turn> off, List<Turn> on, ToDoubleFunction<Turn> value) {
    double[] ratios =
        IntStream.range(0, on.size())
            .mapToDouble(i -> value.applyAsDouble(on.get(i)) / value.applyAsDouble(off.get(i)))
            .sorted()
            .toArray();
    return 100 * (ratios[ratios.length / 2] - 1);
  }

  private static void say(String what, Turn off, Turn on) {
    System.out.printf(
        Locale.ROOT,
        "%s: without %.0f/s, %.0f µs CPU each; with %.0f/s (%+.1f %%), %.0f µs CPU each (%+.1f %%),"
            + " of them %.0f µs of the writer%n",
        what,
        off.perSecond(),
        off.cpuMicros(),
        on.perSecond(),
        100 * (on.perSecond() / off.perSecond() - 1),
        on.cpuMicros(),
        100 * (on.cpuMicros() / off.cpuMicros() - 1),
        on.writerMicros());
  }
}
