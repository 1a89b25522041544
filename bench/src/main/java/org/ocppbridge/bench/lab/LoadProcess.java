package org.ocppbridge.bench.lab;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The load, in its own process; one order at a time. */
public final class LoadProcess implements Closeable {
  private final Process process;
  private final PrintStream orders;
  private final BufferedReader answers;

  LoadProcess(Process process) throws IOException {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    answers.readLine();
  }

  /** A fleet of this name asks this port. */
  public void fleet(String name, int port, FleetPlan plan) throws IOException {
    order(plan.order(word(name), port));
  }

  /** Its chargers report for duty, and those that begin amid a transaction start it. */
  public void boot(String name) throws IOException {
    expectGood(name + ": BootNotification", order("once name=" + word(name) + " kind=BOOT"));
    expectGood(name + ": StartTransaction", order("once name=" + word(name) + " kind=START"));
  }

  private static void expectGood(String what, Answered answered) throws IOException {
    if (answered.errors() > 0) {
      throw new IOException(what + ": " + answered.errors() + " errors: " + answered.firstError());
    }
  }

  /** Each connection asks again as soon as it has its answer. */
  public Answered closed(String name, double seconds) throws IOException {
    return order(String.format(Locale.ROOT, "closed name=%s seconds=%f", word(name), seconds));
  }

  /** At a steady rate; latencies count from when a request fell due. */
  public Answered atRate(String name, double perSecond, double seconds) throws IOException {
    return order(
        String.format(
            Locale.ROOT, "rate name=%s perSecond=%f seconds=%f", word(name), perSecond, seconds));
  }

  /** Closes its connections. */
  public void drop(String name) throws IOException {
    order("drop name=" + word(name));
  }

  private static String word(String name) {
    return name.replace(' ', '_');
  }

  private Answered order(String order) throws IOException {
    orders.println(order);
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the load has ended");
    }
    return Answered.parse(answer);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
