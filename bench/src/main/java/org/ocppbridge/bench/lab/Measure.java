package org.ocppbridge.bench.lab;

import java.io.IOException;

/**
 * What came of a load, and what it took of the server's process.
 *
 * @param processorMicros per request
 * @param compilerMicros what its compiler took of that
 * @param allocatedBytes per request
 * @param cores that it kept busy
 */
public record Measure(
    Answered answered,
    double processorMicros,
    double compilerMicros,
    double allocatedBytes,
    double cores) {

  /** Something to be measured. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    Answered run() throws IOException;
  }

  /**
   * Does it, and looks at the server before and after.
   *
   * @throws IOException also if more than one in a thousand requests was not answered well
   */
  public static Measure of(Server server, Work work) throws IOException {
    long allocated = server.allocatedBytes();
    double processor = server.processorSeconds();
    double compiler = server.compilerSeconds();
    long start = System.nanoTime();
    Answered answered = work.run();
    double spent = server.processorSeconds() - processor;
    double compiling = server.compilerSeconds() - compiler;
    double seconds = (System.nanoTime() - start) / 1e9;
    double bytes = server.allocatedBytes() - allocated;
    if (answered.errors() * 1000 > answered.requests()) {
      throw new IOException(
          server.name() + ": " + answered.errors() + " errors: " + answered.firstError());
    }
    double requests = Math.max(1, answered.requests());
    return new Measure(
        answered,
        spent * 1e6 / requests,
        compiling * 1e6 / requests,
        bytes / requests,
        spent / seconds);
  }

  /** Requests a second. */
  public double perSecond() {
    return answered.perSecond();
  }
}
