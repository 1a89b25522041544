package org.ocppbridge.adapter.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fault row 1: the bridge is killed again and again while chargers of all versions work and their
 * CSMSs misbehave. Of what it answered nothing may be lost, nothing may be out of order, and at
 * most one message of a charger may come twice for each kill.
 *
 * <p>The short form runs with the other tests. The long one:
 *
 * <pre>./mvnw -pl adapter -am test -Dtest=CrashTest -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Dcrash.kills=60</pre>
 *
 * <p>{@code -Dcrash.seed=N} repeats a run as far as chance goes that is in our hands; {@code
 * -Dcrash.chargers=N} sets how many there are.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 4);
  private static final int CHARGERS = Integer.getInteger("crash.chargers", 12);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime() & 0xffffff);

  @TempDir private Path folder;

  @Test
  void row_01_of_what_was_answered_before_a_kill_nothing_is_lost_and_nothing_is_doubled()
      throws IOException {
    InetSocketAddress soap = freePort();
    try (MoodyCsms csms = new MoodyCsms(SEED);
        Fleet fleet = new Fleet(CHARGERS, soap, SEED);
        CrashingBridge bridge = new CrashingBridge(settings(csms, soap), folder.resolve("data"))) {
      Chaos chaos = new Chaos(bridge, fleet, csms, SEED);
      fleet.start();
      chaos.run(KILLS);
      csms.beKind();
      fleet.goHome();
      bridge.awaitDelivered();

      Report report = Report.of(fleet, csms, chaos);
      System.out.println("crash test, seed " + SEED + ": " + report.summary());
      assertThat(report.differences())
          .as("seed %d: %s%nthe bridge said:%n%s", SEED, report.summary(), bridge.trouble())
          .isEmpty();
    }
  }

  /** Chargers J16-… go to a 1.6J CSMS, J201-… to one of 2.0.1. */
  private Path settings(MoodyCsms csms, InetSocketAddress soap) throws IOException {
    String target =
        """
          url: %s
            protocol: %s
            callTimeout: 3s
            reconnect: {waitMinimum: 100ms, randomRange: 100ms, repeatTimes: 1}
        """;
    String text =
        String.join(
            "\n",
            "soap: {host: 127.0.0.1, port: " + soap.getPort() + "}",
            "admin: {port: 0}",
            "autoRegister: true",
            "wait: {start: 1s, stop: 1s, boot: 2s, authorize: 1s, heartbeat: 1s}",
            "retry: {attempts: 5, interval: 100ms, drain: 5s}",
            "targets:",
            "  old:",
            "  " + target.formatted(csms.url(), "ocpp1.6"),
            "  new:",
            "  " + target.formatted(csms.url(), "ocpp2.0.1"),
            "routes:",
            "  - {chargers: \"J16-*\", target: old}",
            "  - {chargers: \"J201-*\", target: new}");
    return Files.writeString(folder.resolve("bridge.yaml"), text);
  }

  private static InetSocketAddress freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }
  }
}
