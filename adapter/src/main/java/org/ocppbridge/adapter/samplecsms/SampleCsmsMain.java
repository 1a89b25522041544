package org.ocppbridge.adapter.samplecsms;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The sample CSMS as a program of its own: {@code java -cp ocpp-bridge.jar
 * org.ocppbridge.adapter.samplecsms.SampleCsmsMain}. Prints every frame; runs until it is stopped.
 */
@Command(
    name = "sample-csms",
    description =
        "A small CSMS of OCPP 1.6 JSON and 2.0.1 to try things with; it lets everybody in.",
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
public final class SampleCsmsMain implements Callable<Integer> {

  @Option(names = "--host", description = "Address to listen on.")
  private String host = "127.0.0.1";

  @Option(names = "--port", description = "Port to listen on; 0: a free one.")
  private int port = 8180;

  private final PrintStream out;

  private SampleCsmsMain(PrintStream out) {
    this.out = out;
  }

  /** Ends with 2 for a wrong command line and 1 if it cannot start. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SampleCsmsMain(System.out)).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    try (SampleCsms csms = SampleCsms.start(host, port, this::print)) {
      out.println("ready " + csms.url());
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private void print(Frames.Frame frame) {
    String arrow = frame.fromCharger() ? "-->" : "<--";
    out.println(frame.at() + " " + frame.charger() + " " + arrow + " " + frame.text());
  }
}
