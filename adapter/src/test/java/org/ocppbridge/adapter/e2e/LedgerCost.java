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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.samplecsms.Frames;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.adapter.store.memory.MemoryStore;

/**
 * Measures what the ledger costs: two bridges in one process, one with it and one without, take the
 * same load in turns. Authorize (answered by the CSMS) and MeterValues (not waited for) alternate;
 * the store is in memory, so that nothing else hides the cost. Arguments: seconds of a turn, turns,
 * chargers.
 */
final class LedgerCost {
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Never opened: waiting for it takes its time. */
  private static final CountDownLatch PAUSE = new CountDownLatch(1);

  private LedgerCost() {}

  /** What a turn came to. */
  private record Turn(double perSecond, double cpuMicros, double writerMicros) {}

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 6;
    int chargers = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    Path data = Files.createTempDirectory("ledger-cost");
    try (SampleCsms csms = SampleCsms.start("127.0.0.1", 0, Frames.IGNORED);
        Wiring with = bridge(csms, Optional.of(data));
        Wiring without = bridge(csms, Optional.empty())) {
      Turn _ = turn(with, chargers, 2 * seconds);
      Turn _ = turn(without, chargers, 2 * seconds);
      List<Turn> on = new ArrayList<>();
      List<Turn> off = new ArrayList<>();
      for (int i = 0; i < turns; i++) {
        off.add(turn(without, chargers, seconds));
        on.add(turn(with, chargers, seconds));
        say("turn " + (i + 1), off.getLast(), on.getLast());
      }
      say("median", median(off), median(on));
    }
  }

  private static Wiring bridge(SampleCsms csms, Optional<Path> folder) {
    BridgeConfig config =
        ConfigLoader.parse(
            """
            soap: {host: 127.0.0.1, port: 0}
            admin: {port: 0}
            autoRegister: true
            targets: {main: {url: "%s"}}
            """
                .formatted(csms.url()));
    return new Wiring(config, new MemoryStore(), new Wiring.Kept(folder, Optional.empty()));
  }

  private static Turn turn(Wiring bridge, int chargers, int seconds) throws Exception {
    LongAdder count = new LongAdder();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < chargers; i++) {
      String id = "CP-" + i;
      threads.add(
          Thread.ofPlatform().start(() -> charger(bridge.soapAddress().getPort(), id, over, count)));
    }
    boolean _ = PAUSE.await(500, TimeUnit.MILLISECONDS);
    long cpu = processCpu();
    long writer = writerCpu();
    long began = System.nanoTime();
    count.reset();
    boolean _ = PAUSE.await(seconds, TimeUnit.SECONDS);
    long exchanges = count.sum();
    double took = (System.nanoTime() - began) / 1e9;
    Turn turn =
        new Turn(
            exchanges / took,
            (processCpu() - cpu) / 1e3 / exchanges,
            (writerCpu() - writer) / 1e3 / exchanges);
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

  private static void charger(int port, String id, AtomicBoolean over, LongAdder count) {
    byte[] authorize = post(id, "<authorizeRequest><idTag>TAG-%s</idTag></authorizeRequest>".formatted(id));
    byte[] meter =
        post(
            id,
            "<meterValuesRequest><connectorId>1</connectorId><meterValue>"
                + "<timestamp>2026-03-01T10:00:00Z</timestamp>"
                + "<sampledValue><value>1500</value></sampledValue>"
                + "<sampledValue><value>16.2</value><measurand>Current.Import</measurand>"
                + "<unit>A</unit></sampledValue></meterValue></meterValuesRequest>");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; !over.get(); i++) {
        out.write(i % 2 == 0 ? authorize : meter);
        readAnswer(in);
        count.increment();
      }
    } catch (IOException e) {
      System.err.println(id + ": " + e);
    }
  }

  private static byte[] post(String id, String body) {
    String envelope =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"" + SOAP + "\""
            + " xmlns:a=\"http://www.w3.org/2005/08/addressing\" xmlns=\"urn://Ocpp/Cs/2015/10/\">"
            + "<s:Header><chargeBoxIdentity>" + id + "</chargeBoxIdentity>"
            + "<a:MessageID>urn:uuid:" + id + "</a:MessageID></s:Header>"
            + "<s:Body>" + body + "</s:Body></s:Envelope>");
    return ("POST /ocpp HTTP/1.1\r\nHost: x\r\nContent-Type: application/soap+xml; charset=utf-8\r\n"
            + "Content-Length: " + envelope.length() + "\r\n\r\n" + envelope)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void readAnswer(InputStream in) throws IOException {
    int length = 0;
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

  private static Turn median(List<Turn> turns) {
    return new Turn(
        turns.stream().mapToDouble(Turn::perSecond).sorted().skip(turns.size() / 2).findFirst().orElse(0),
        turns.stream().mapToDouble(Turn::cpuMicros).sorted().skip(turns.size() / 2).findFirst().orElse(0),
        turns.stream().mapToDouble(Turn::writerMicros).sorted().skip(turns.size() / 2).findFirst().orElse(0));
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
