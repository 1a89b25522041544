package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.ocppbridge.adapter.Main;

/** A bridge in a process of its own, and an honest charger that keeps asking it. */
final class Victim implements AutoCloseable {

  /** Longest answer of an honest charger's heartbeat under attack, on a busy machine too. */
  private static final long PATIENCE_MILLIS = 10_000;

  /** Of the honest charger: it stays below soap.rate.perCharger. */
  private static final long PACE_NANOS = 20_000_000;

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final String ready;
  private volatile long lastHeap;
  private volatile String waited = "nobody asked anything meanwhile";

  /** Starts it with these settings; {@code DATA} in them is a folder of its own. */
  Victim(Path folder, String settings) throws IOException {
    Path file = folder.resolve("bridge.yaml");
    Files.writeString(file, settings.replace("DATA", folder.resolve("data").toString()));
    process =
        new ProcessBuilder(
                javaProgram(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--config",
                file.toString())
            .redirectErrorStream(true)
            .start();
    Thread.ofVirtual()
        .start(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add));
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> !process.isAlive() || lines.stream().anyMatch(l -> l.startsWith("ready ")));
    ready =
        lines.stream()
            .filter(line -> line.startsWith("ready "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("it ended: " + lines));
  }

  static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** All it has written so far. */
  List<String> lines() {
    return lines;
  }

  InetSocketAddress soap() {
    return address("soap=https?://[^ ]*:(\\d+)/");
  }

  InetSocketAddress admin() {
    return address("admin=https?://[^ ]*:(\\d+)");
  }

  private InetSocketAddress address(String pattern) {
    Matcher port = Pattern.compile(pattern).matcher(ready);
    assertThat(port.find()).as(ready).isTrue();
    return new InetSocketAddress("127.0.0.1", Integer.parseInt(port.group(1)));
  }

  /** Bytes in use on its heap after a collection. */
  long heap() throws IOException {
    jcmd("GC.run");
    Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
    assertThat(used.find()).isTrue();
    lastHeap = Long.parseLong(used.group(1)) << 10;
    return lastHeap;
  }

  /** What {@link #heap} said last. */
  long lastHeap() {
    return lastHeap;
  }

  /** How long the honest charger waited during the last attack. */
  String waited() {
    return waited;
  }

  /** Open sockets and files. */
  long descriptors() throws IOException {
    try (var open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return open.count();
    }
  }

  private String jcmd(String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** An attack. */
  interface Attack {
    void run() throws Exception;
  }

  /** Attacks while an honest charger speaks, and says if that one noticed. */
  void under(Attack attack) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<String> troubles = new CopyOnWriteArrayList<>();
    List<Long> times = new ArrayList<>();
    Thread honest =
        Thread.ofPlatform()
            .start(
                () -> {
                  do {
                    long begun = System.nanoTime();
                    int status = Envelopes.status(soap(), Envelopes.heartbeat("GOOD-1"));
                    long millis = (System.nanoTime() - begun) / 1_000_000;
                    times.add(millis);
                    if (status != 200 || millis > PATIENCE_MILLIS) {
                      troubles.add("HTTP " + status + " after " + millis + " ms");
                    }
                    LockSupport.parkNanos(PACE_NANOS);
                  } while (!over.get());
                });
    try {
      attack.run();
    } finally {
      over.set(true);
      honest.join();
    }
    waited = waited(times);
    assertThat(troubles).as("what the honest charger noticed in %s", times).isEmpty();
    assertThat(process.isAlive()).as("%s", lines).isTrue();
  }

  private static String waited(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    return "the honest charger asked %d times, p50 %d ms, p99 %d ms, longest %d ms"
        .formatted(
            sorted.size(),
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 99 / 100),
            sorted.getLast());
  }

  /** A connection from one of this machine's loopback addresses. */
  Socket connect(String from) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(soap(), TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
