package org.ocppbridge.adapter.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.e2e.Eventually;
import org.ocppbridge.adapter.e2e.Soap;
import org.ocppbridge.mappings.SoapVersion;

/** The bridge as a process whose disk loses power, is slow, full, or broken. */
class DiskTest {
  private static final long SEED = 1;

  @TempDir private Path folder;

  private final InetSocketAddress soap = Settings.freePort();

  @Test
  void row_02_what_was_answered_is_there_after_the_power_was_lost() {
    Disk disk = Disk.in(folder);
    try (MoodyCsms csms = kindCsms();
        Fleet fleet = new Fleet(6, soap, SEED);
        CrashingBridge bridge = bridge(csms, disk)) {
      fleet.start();
      List<Long> losses = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        fleet.awaitAnswers(60);
        bridge.kill();
        disk.losePower(folder.resolve("data"));
        losses.add(System.nanoTime());
        bridge.start();
        bridge.awaitReady();
      }
      fleet.goHome();
      bridge.awaitDelivered();

      Report report = Report.of(fleet, csms, losses, 0);
      assertThat(report.differences()).as(report.summary() + bridge.trouble()).isEmpty();
      assertThat(disk.syncs()).isPositive();
    }
  }

  /** A message needs two commits, its own and that of its delivery. */
  @Test
  void row_03_while_each_sync_takes_long_many_messages_share_one() {
    Disk disk = Disk.in(folder);
    try (MoodyCsms csms = kindCsms();
        Fleet fleet = new Fleet(24, soap, SEED);
        CrashingBridge bridge = bridge(csms, disk)) {
      fleet.start();
      disk.order("slow", "40");
      fleet.awaitAnswers(24);
      long syncs = disk.syncs();
      int answers = fleet.answers();
      fleet.awaitAnswers(300);
      long commits = 2L * (fleet.answers() - answers);
      assertThat(disk.syncs() - syncs).isLessThan(commits * 2 / 3);

      disk.cancel("slow");
      fleet.goHome();
      bridge.awaitDelivered();
      Report report = Report.of(fleet, csms, List.of(), 0);
      assertThat(report.differences()).as(report.summary() + bridge.trouble()).isEmpty();
    }
  }

  @ParameterizedTest(name = "row_04: a disk that is {0}")
  @ValueSource(strings = {"full", "broken"})
  void row_04_nothing_is_answered_that_is_not_kept_and_it_recovers_by_itself(String trouble) {
    Disk disk = Disk.in(folder);
    try (MoodyCsms csms = kindCsms();
        CrashingBridge bridge = bridge(csms, disk)) {
      Soap charger = new Soap(soap, SoapVersion.V16, "J16-1", "");
      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      int first = start(charger, 1).number("transactionId");

      disk.order(trouble, "");
      assertThat(start(charger, 2).status()).as("a transaction message is not answered").isZero();
      assertThat(stop(charger, first).status()).as("nor is the next").isZero();
      assertThat(charger.heartbeat().status()).as("nor is a Heartbeat").isZero();
      assertThat(charger.status(1, "Available").status()).isEqualTo(503);
      assertThat(bridge.admin("/health/ready").statusCode()).isEqualTo(503);

      disk.cancel(trouble);
      Eventually.is("ready again", () -> bridge.admin("/health/ready").statusCode() == 200);
      int second = start(charger, 2).number("transactionId");
      assertThat(second).isNotEqualTo(first);
      assertThat(stop(charger, first).status()).isEqualTo(200);
      bridge.awaitDelivered();

      assertThat(csms.arrivals().stream().map(Arrival::what).distinct())
          .containsExactly("Start 1", "Start 2", "Stop 1000");
    }
  }

  /** A megabyte is room for what is written here, and not for the zeros ahead of it. */
  @Test
  void row_04_a_disk_too_full_for_what_the_journal_fills_ahead_is_full() {
    Disk disk = Disk.in(folder);
    disk.order("full", "1000000");
    try (MoodyCsms csms = kindCsms();
        CrashingBridge bridge = bridge(csms, disk)) {
      Soap charger = new Soap(soap, SoapVersion.V16, "J16-1", "");
      assertThat(start(charger, 1).status()).isZero();
      assertThat(charger.heartbeat().status()).isZero();
      assertThat(bridge.admin("/health/ready").statusCode()).isEqualTo(503);

      disk.cancel("full");
      Eventually.is("ready", () -> bridge.admin("/health/ready").statusCode() == 200);
      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      assertThat(start(charger, 1).status()).isEqualTo(200);
      bridge.kill();
      bridge.start();
      bridge.awaitReady();
      bridge.awaitDelivered();

      assertThat(csms.arrivals().stream().map(Arrival::what).distinct()).containsExactly("Start 1");
    }
  }

  @Test
  void row_04_a_fleet_at_work_loses_nothing_while_the_disk_is_full_for_a_while() {
    Disk disk = Disk.in(folder);
    try (MoodyCsms csms = kindCsms();
        Fleet fleet = new Fleet(6, soap, SEED);
        CrashingBridge bridge = bridge(csms, disk)) {
      Soap watcher = new Soap(soap, SoapVersion.V16, "J16-watcher", "");
      watcher.boot();
      fleet.start();
      fleet.awaitAnswers(30);

      disk.order("full", "");
      Eventually.is("no answer to a Heartbeat", () -> watcher.heartbeat().status() == 0);
      watcher.heartbeat();
      int answers = fleet.answers();
      for (int i = 0; i < 10; i++) {
        assertThat(watcher.heartbeat().status()).isZero();
      }
      // What had been kept before is still answered: one message of a charger at most.
      assertThat(fleet.answers() - answers).isLessThanOrEqualTo(fleet.chargers().size());

      disk.cancel("full");
      fleet.awaitAnswers(30);
      assertThat(watcher.heartbeat().status()).isEqualTo(200);
      fleet.goHome();
      bridge.awaitDelivered();
      Report report = Report.of(fleet, csms, List.of(), 0);
      assertThat(report.differences()).as(report.summary() + bridge.trouble()).isEmpty();
    }
  }

  private static Soap.Answer start(Soap charger, int connector) {
    return charger.ask(
        "StartTransaction",
        Soap.field("connectorId", connector)
            + Soap.field("idTag", "TAG")
            + Soap.field("timestamp", Soap.STARTED)
            + Soap.field("meterStart", connector));
  }

  private static Soap.Answer stop(Soap charger, int transaction) {
    return charger.ask(
        "StopTransaction",
        Soap.field("transactionId", transaction)
            + Soap.field("timestamp", Soap.STOPPED)
            + Soap.field("meterStop", 1000));
  }

  private static MoodyCsms kindCsms() {
    MoodyCsms csms = new MoodyCsms(SEED);
    csms.beKind();
    return csms;
  }

  private CrashingBridge bridge(MoodyCsms csms, Disk disk) {
    return new CrashingBridge(
        Settings.write(folder, csms, soap), folder.resolve("data"), disk.environment());
  }
}
