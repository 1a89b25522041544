package org.ocppbridge.adapter.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
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
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final int CHARGERS = Integer.getInteger("crash.chargers", 12);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime() & 0xffffff);

  @TempDir private Path folder;

  @Test
  void row_01_of_what_was_answered_before_a_kill_nothing_is_lost_and_nothing_is_doubled()
      throws IOException {
    InetSocketAddress soap = Settings.freePort();
    try (MoodyCsms csms = new MoodyCsms(SEED);
        Fleet fleet = new Fleet(CHARGERS, soap, SEED);
        CrashingBridge bridge =
            new CrashingBridge(Settings.write(folder, csms, soap), folder.resolve("data"))) {
      Chaos chaos = new Chaos(bridge, fleet, csms, SEED);
      fleet.start();
      chaos.run(KILLS);
      csms.beKind();
      fleet.goHome();
      bridge.awaitDelivered();

      Report report = Report.of(fleet, csms, chaos.kills(), chaos.stops());
      System.out.println("crash test, seed " + SEED + ": " + report.summary());
      assertThat(report.differences())
          .as("seed %d: %s%nthe bridge said:%n%s", SEED, report.summary(), bridge.trouble())
          .isEmpty();
    }
  }
}
