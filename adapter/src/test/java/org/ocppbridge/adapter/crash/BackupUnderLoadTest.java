package org.ocppbridge.adapter.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.e2e.ChildBridge;
import org.ocppbridge.adapter.e2e.Soap;
import org.ocppbridge.mappings.SoapVersion;

/** {@code backup} while a bridge works, and {@code restore} when it does not, all as processes. */
class BackupUnderLoadTest {
  private static final long SEED = 1;

  @TempDir private Path folder;

  @Test
  void a_backup_made_under_load_is_restored_and_no_number_is_given_twice() {
    InetSocketAddress soap = Settings.freePort();
    Path data = folder.resolve("data");
    try (MoodyCsms csms = new MoodyCsms(SEED);
        Fleet fleet = new Fleet(6, soap, SEED);
        CrashingBridge bridge = new CrashingBridge(Settings.write(folder, csms, soap), data)) {
      csms.beKind();
      Soap own = new Soap(soap, SoapVersion.V16, "J16-own", "");
      int known = start(own, 1);
      fleet.start();
      fleet.awaitAnswers(50);
      assertThat(copy("backup")).isZero();
      assertThat(copy("restore")).as("a bridge is using the store").isEqualTo(1);
      fleet.awaitAnswers(50);
      int forgotten = start(own, 2);
      fleet.goHome();
      bridge.awaitDelivered();
      Report report = Report.of(fleet, csms, List.of(), 0);
      assertThat(report.differences()).as(report.summary() + bridge.trouble()).isEmpty();
      bridge.terminate();

      assertThat(copy("restore")).isZero();
      bridge.start();
      bridge.awaitReady();

      assertThat(start(own, 1)).as("of before the backup").isEqualTo(known);
      assertThat(start(own, 2)).as("of after it").isGreaterThan(forgotten);
      for (FieldCharger charger : fleet.chargers()) {
        int last = charger.told().stream().mapToInt(Told::transaction).max().orElseThrow();
        Soap again = new Soap(soap, SoapVersion.V16, charger.id(), "");
        assertThat(start(again, 1)).isGreaterThan(last);
      }
    }
  }

  private int copy(String what) {
    List<String> command = new ArrayList<>(List.of(what, folder.resolve("copy.db").toString()));
    command.addAll(List.of("--config", folder.resolve("bridge.yaml").toString()));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    try (ChildBridge program = new ChildBridge(command.toArray(String[]::new))) {
      return program.exitCode();
    }
  }

  private static int start(Soap charger, int connector) {
    return charger
        .ask(
            "StartTransaction",
            Soap.field("connectorId", connector)
                + Soap.field("idTag", "TAG")
                + Soap.field("timestamp", Soap.STARTED)
                + Soap.field("meterStart", connector))
        .number("transactionId");
  }
}
