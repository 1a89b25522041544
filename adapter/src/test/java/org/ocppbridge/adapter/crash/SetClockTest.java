package org.ocppbridge.adapter.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.e2e.Eventually;
import org.ocppbridge.adapter.e2e.Soap;
import org.ocppbridge.mappings.SoapVersion;

/**
 * Fault row 26: the clock of the bridge's computer is set, by hours forward and back, while it runs
 * and between its lives, each of which ends by SIGKILL. {@code -Dcrash.kills=N} and {@code
 * -Dcrash.seed=N} as in {@link CrashTest}.
 */
class SetClockTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime() & 0xffffff);
  private static final int SETS = 3;

  /** What has to be over by then would have waited hours, had it waited for the clock. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void row_26_nothing_is_lost_late_or_doubled_while_the_clock_jumps() {
    InetSocketAddress soap = Settings.freePort();
    SetClock clock = SetClock.in(folder);
    Random random = new Random(SEED);
    try (MoodyCsms csms = new MoodyCsms(SEED);
        Fleet fleet = new Fleet(6, soap, SEED);
        CrashingBridge bridge =
            new CrashingBridge(
                Settings.write(folder, csms, soap), folder.resolve("data"), clock.environment())) {
      fleet.start();
      List<Long> kills = new ArrayList<>();
      for (int life = 0; life < KILLS; life++) {
        bridge.awaitReady();
        for (int i = 0; i < SETS; i++) {
          fleet.awaitAnswers(20);
          clock.setAnyhow(random);
        }
        bridge.kill();
        kills.add(System.nanoTime());
        clock.setAnyhow(random);
        bridge.start();
      }
      bridge.awaitReady();
      csms.beKind();
      fleet.goHome();
      long begin = System.nanoTime();
      bridge.awaitDelivered();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);

      Report report = Report.of(fleet, csms, kills, 0);
      System.out.println("clock test, seed " + SEED + ": " + report.summary());
      assertThat(report.differences())
          .as("seed %d: %s%nthe bridge said:%n%s", SEED, report.summary(), bridge.trouble())
          .isEmpty();
    }
  }

  /** The clock the process sees is the one that is set: else the test above shows nothing. */
  @Test
  void row_26_the_bridge_goes_by_the_clock_as_it_is_set() {
    InetSocketAddress soap = Settings.freePort();
    SetClock clock = SetClock.in(folder);
    try (MoodyCsms csms = new MoodyCsms(SEED);
        CrashingBridge bridge =
            new CrashingBridge(
                Settings.write(folder, csms, soap), folder.resolve("data"), clock.environment())) {
      csms.beKind();
      Soap charger = new Soap(soap, SoapVersion.V16, "J16-1", "");
      Eventually.is("registered", () -> charger.boot().value("status").equals("Accepted"));
      charger.heartbeat();
      for (int hours : List.of(5, -5)) {
        clock.ahead(Duration.ofHours(hours));
        Awaitility.await()
            .atMost(20, TimeUnit.SECONDS)
            .until(() -> Math.abs(ownTimeAhead(charger).toMinutes() - hours * 60L) < 5);
      }
      Eventually.is("it is noticed", () -> bridge.said("the clock was set by PT-"));
    }
  }

  /** A second Heartbeat within 10 s is answered with the bridge's own time. */
  private static Duration ownTimeAhead(Soap charger) {
    return Duration.between(Instant.now(), Instant.parse(charger.heartbeat().value("currentTime")));
  }
}
