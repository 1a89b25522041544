package org.ocppbridge.bench.lab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that is measured from outside: /proc for what the system knows, JMX for the JVM. */
public final class Server implements Closeable {
  private static final int STOP_SECONDS = 30;
  private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+\\.\\d+)ms$");

  private final String name;
  private final int port;
  private final Process process;
  private final double startSeconds;
  private final Path gcLog;
  private final CompilerTime compiler;
  private Jvm jvm;

  Server(String name, int port, Process process, double startSeconds, Path gcLog) {
    this.name = name;
    this.port = port;
    this.process = process;
    this.startSeconds = startSeconds;
    this.gcLog = gcLog;
    this.compiler = new CompilerTime(process.pid());
  }

  /** What it is called in tables. */
  public String name() {
    return name;
  }

  /** Where it serves, on loopback. */
  public int port() {
    return port;
  }

  /** Of its process. */
  public long pid() {
    return process.pid();
  }

  /** From the start of the process until it was ready. */
  public double startSeconds() {
    return startSeconds;
  }

  /** Processor time it has used, in seconds. */
  public double processorSeconds() throws IOException {
    return ProcStat.processorSeconds(Files.readString(proc("stat")));
  }

  /** Processor time that its compiler has used of that, in seconds. */
  public double compilerSeconds() throws IOException {
    return compiler.seconds();
  }

  /** A line of its status, for example {@code VmRSS} in kB or {@code Threads}. */
  public long status(String field) throws IOException {
    try (Stream<String> lines = Files.lines(proc("status"))) {
      return lines
          .filter(line -> line.startsWith(field + ":"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow();
    }
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(pid()), file);
  }

  /** Bytes that its threads have allocated; those of virtual threads count with their carriers. */
  public long allocatedBytes() throws IOException {
    return jvm().allocatedBytes();
  }

  /** Bytes in use on its heap after a full collection. */
  public long heapBytes() throws IOException {
    return jvm().heapBytes();
  }

  private Jvm jvm() throws IOException {
    if (jvm == null) {
      jvm = new Jvm(pid());
    }
    return jvm;
  }

  /** Length of each pause for garbage collection so far, in ms; not those asked for. */
  public double[] pauses() throws IOException {
    try (Stream<String> lines = Files.lines(gcLog)) {
      return lines
          .filter(line -> !line.contains("System.gc()"))
          .map(PAUSE::matcher)
          .filter(Matcher::find)
          .mapToDouble(matcher -> Double.parseDouble(matcher.group(1)))
          .toArray();
    }
  }

  /** How many full collections there were that nobody asked for. */
  public long fullCollections() throws IOException {
    try (Stream<String> lines = Files.lines(gcLog)) {
      return lines
          .filter(line -> line.contains("Pause Full") && !line.contains("System.gc()"))
          .count();
    }
  }

  /** Ends it as an operator would, and waits until it has ended. */
  @Override
  public void close() throws IOException {
    if (jvm != null) {
      jvm.close();
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
