package org.ocppbridge.adapter.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.Main;

/** The program in a process of its own, with the classes of this one. */
public final class ChildBridge implements AutoCloseable {
  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  public ChildBridge(String... arguments) {
    this(Map.of(), arguments);
  }

  /** The same with more environment variables. */
  public ChildBridge(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    readers =
        List.of(
            collect(process.inputReader(StandardCharsets.UTF_8), out),
            collect(process.errorReader(StandardCharsets.UTF_8), err));
  }

  private static Thread collect(BufferedReader from, List<String> lines) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                from.lines().forEach(lines::add);
              } catch (UncheckedIOException e) {
                lines.add("cut off: " + e.getMessage());
              }
            });
  }

  public List<String> out() {
    return out;
  }

  public List<String> err() {
    return err;
  }

  /** The number of the process. */
  String pid() {
    return Long.toString(process.pid());
  }

  /** Waits for the line that says where it serves, and returns it. */
  public String ready() {
    Eventually.is(
        () -> "a line ready; out " + out + ", err " + err,
        () -> !process.isAlive() || out.stream().anyMatch(line -> line.startsWith("ready ")));
    return out.stream()
        .filter(line -> line.startsWith("ready "))
        .findFirst()
        .orElseThrow(() -> new AssertionError("ended: " + out + err));
  }

  /** Sends SIGTERM; unlike {@link Process#destroy} it leaves the output to be read. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Sends SIGKILL and waits for the end. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  public int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("does not end: " + out + err);
      }
      for (Thread reader : readers) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
