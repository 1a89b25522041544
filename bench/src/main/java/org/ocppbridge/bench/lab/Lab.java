package org.ocppbridge.bench.lab;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Starts processes, each with a folder for its logs, and ends them with itself. */
public final class Lab implements AutoCloseable {
  private static final String LOAD = "org.ocppbridge.bench.load.LoadMain";
  private static final String SERVERS = "org.ocppbridge.bench.server.";

  /** Servers that are compared have none, and none is made while they are measured. */
  private static final Map<String, String> NO_CACHE = Map.of("BRIDGE_AOT", "off");

  /** Below those that the system gives to connections: thousands of these come and go. */
  private static final int FIRST_PORT = 21_000;

  private static final int PORTS = 10_000;
  private static final AtomicInteger NEXT_PORT = new AtomicInteger();

  private final Path home;
  private final Path folder;
  private final Deque<Closeable> running = new ArrayDeque<>();
  private final LoadProcess load;
  private final List<Process> started = new CopyOnWriteArrayList<>();
  private int files;

  /**
   * @param home of the project
   * @param folder for logs and data
   */
  public Lab(Path home, Path folder) throws IOException {
    this.home = home;
    this.folder = folder;
    empty(folder);
    Files.createDirectories(folder);
    List<String> command = java(LOAD, List.of("-Xmx1g"));
    Process process = process("load", command).start();
    started.add(process);
    load = new LoadProcess(process);
    running.push(load);
    Runtime.getRuntime().addShutdownHook(new Thread(this::destroy, "end of the lab"));
  }

  /** Nothing is left behind, however this process ends. */
  private void destroy() {
    started.forEach(Process::destroy);
  }

  /** Who asks. */
  public LoadProcess load() {
    return load;
  }

  /** A CSMS that answers at once. */
  public Server csms() throws IOException {
    return program("CSMS", "FastCsms");
  }

  /** The same, on this port, and over TLS if it gets a key store. */
  public Server csms(int port, String... keys) throws IOException {
    return program(port, "CSMS", "FastCsms", keys);
  }

  /**
   * A program of {@code bench.server}; it gets its port and these arguments.
   *
   * @param name what it is called in tables
   */
  public Server program(String name, String main, String... arguments) throws IOException {
    return program(freePort(), name, main, arguments);
  }

  private Server program(int port, String name, String main, String... arguments)
      throws IOException {
    List<String> command = java(SERVERS + main, List.of());
    command.add(Integer.toString(port));
    command.addAll(Arrays.asList(arguments));
    return start(name, port, command, Map.of());
  }

  /** The bridge as its users start it, with the durable store, empty at first. */
  public Server bridge(String name, BridgeSettings settings) throws IOException {
    return bridge(name, settings, freshData());
  }

  /** The same on a folder of data. */
  public Server bridge(String name, BridgeSettings settings, Path data) throws IOException {
    return bridge(name, settings, data, NO_CACHE);
  }

  /** The same, empty, with the AOT cache that {@link #warm} made. */
  public Server cachedBridge(String name, BridgeSettings settings) throws IOException {
    return bridge(name, settings, freshData(), Map.of());
  }

  private Server bridge(
      String name, BridgeSettings settings, Path data, Map<String, String> environment)
      throws IOException {
    int port = freePort();
    Path file = settings.write(data, port, freePort());
    List<String> command = List.of(launcher(), "run", "--config", file.toString());
    return start(name, port, command, environment);
  }

  /**
   * Has the launcher make its AOT cache, unless there is one that fits.
   *
   * @throws IOException if it cannot
   */
  public void warm() throws IOException {
    Process process = process("warm", List.of(launcher(), "warm")).start();
    started.add(process);
    process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("no AOT cache was made");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String launcher() {
    return home.resolve("bridge").toString();
  }

  /** The bridge with its store in memory, and the same options of the JVM. */
  public Server memoryBridge(String name, BridgeSettings settings) throws IOException {
    int port = freePort();
    String options = "@" + home.resolve("config").resolve("jvm.options");
    List<String> command = java(SERVERS + "MemoryBridge", List.of(options));
    command.add(settings.write(freshData(), port, freePort()).toString());
    return start(name, port, command, Map.of());
  }

  /** An empty folder. */
  public Path freshData() throws IOException {
    return Files.createDirectories(folder.resolve("data-" + ++files));
  }

  private List<String> java(String main, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return command;
  }

  private ProcessBuilder process(String name, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(folder.resolve(file(name) + ".err").toFile());
    builder.environment().put("BRIDGE_JAVA", System.getProperty("java.home"));
    return builder;
  }

  private static String file(String name) {
    return name.replaceAll("[^A-Za-z0-9.]+", "-");
  }

  private Server start(String name, int port, List<String> command, Map<String, String> environment)
      throws IOException {
    Path gcLog = folder.resolve(file(name) + "-" + ++files + ".gc");
    ProcessBuilder builder = process(name, command);
    builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:gc:file=" + gcLog);
    builder.environment().putAll(environment);
    long before = System.nanoTime();
    Process process = builder.start();
    started.add(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); ; line = out.readLine()) {
      if (line == null) {
        throw new IOException(name + " has not become ready, see " + builder.redirectError());
      }
      if (line.startsWith("ready")) {
        break;
      }
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    Server server = new Server(name, port, process, seconds, gcLog);
    running.push(server);
    return server;
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** Ends one of them before the rest. */
  public void end(Server server) throws IOException {
    running.remove(server);
    server.close();
  }

  /** Where nobody listens, nor at the next one. */
  public static int freePort() throws IOException {
    for (int tries = 0; tries < PORTS; tries += 2) {
      int port = FIRST_PORT + NEXT_PORT.getAndAdd(2) % PORTS;
      if (isFree(port) && isFree(port + 1)) {
        return port;
      }
    }
    throw new IOException("no free port from " + FIRST_PORT + " on");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
