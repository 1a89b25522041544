package org.ocppbridge.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.adapter.config.Access;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.Proof;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;

class DoorkeeperTest {

  private static final String SETTINGS =
      """
      targets: {main: {url: ws://127.0.0.1:9000/ocpp}}
      chargers:
        - id: ALL
          access: {sources: [10.1.0.0/16], path: s3cret-of-acme-42, basic: {password: "0123456789abcdef"}}
        - id: RANGE
          access: {sources: [10.1.0.0/16, "2001:db8::/32"]}
        - id: PATH
          access: {path: s3cret-of-acme-42}
        - {id: BASIC, access: {basic: {user: "cp-{id}", password: "0123456789abcdef"}}}
        - {id: CERTIFICATE, access: {certificate: "{id}"}}
        - {id: STRICT, pin: {device: refuse, source: refuse}}
        - {id: LAX, pin: {device: "off", source: "off"}}
        - {id: FREE, quirks: []}
        - {id: "FREE*", access: {sources: [10.9.0.0/16]}}
      """;

  @TempDir Path folder;

  private final Routing routing = new Routing(ConfigLoader.parse(SETTINGS));
  private Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private final Doorkeeper door = doorkeeper(Optional.empty());

  private Doorkeeper doorkeeper(Optional<Path> file) {
    return new Doorkeeper(new PinBook(file, 100), 100, () -> now);
  }

  @ParameterizedTest
  @CsvSource({
    "RANGE, 10.1.2.3, /ocpp, , true",
    "RANGE, 10.2.2.3, /ocpp, , false",
    "RANGE, 2001:db8::1, /ocpp, , true",
    "PATH, 10.2.2.3, /ocpp/s3cret-of-acme-42, , true",
    "PATH, 10.2.2.3, /OCPP/S3CRET-OF-ACME-42/more, , true",
    "PATH, 10.2.2.3, /ocpp/s3cret-of-acme-4, , false",
    "PATH, 10.2.2.3, /ocpp/s3cret-of-acme-42x, , false",
    "PATH, 10.2.2.3, /ocpp, , false",
    "BASIC, 10.2.2.3, /ocpp, cp-BASIC:0123456789abcdef, true",
    "BASIC, 10.2.2.3, /ocpp, cp-PATH:0123456789abcdef, false",
    "BASIC, 10.2.2.3, /ocpp, cp-BASIC:0123456789abcdeg, false",
    "BASIC, 10.2.2.3, /ocpp, , false",
    "CERTIFICATE, 10.2.2.3, /ocpp, , false",
    "ALL, 10.1.2.3, /ocpp/s3cret-of-acme-42, ALL:0123456789abcdef, true",
    "ALL, 10.2.2.3, /ocpp/s3cret-of-acme-42, ALL:0123456789abcdef, false",
    "ALL, 10.1.2.3, /ocpp, ALL:0123456789abcdef, false",
    "ALL, 10.1.2.3, /ocpp/s3cret-of-acme-42, , false",
    "FREE, 10.9.2.3, /ocpp, , true",
    "FREE, 10.2.2.3, /ocpp, , false",
  })
  void allThatIsAskedHasToBeShown(
      String id, String source, String path, String userAndPassword, boolean admitted) {
    Caller caller = caller(id, source, path, userAndPassword);
    if (admitted) {
      door.admit(caller, access(id));
    } else {
      assertThatThrownBy(() -> door.admit(caller, access(id)))
          .isInstanceOf(BridgeFault.UnknownCharger.class)
          .hasMessageContaining("access.")
          .hasMessageNotContainingAny("s3cret", "0123456789");
    }
  }

  @Test
  void onlyAMissingPasswordIsAskedForByHttp() {
    assertThatThrownBy(() -> door.admit(caller("BASIC", "10.1.1.1"), access("BASIC")))
        .matches(fault -> ((BridgeFault.UnknownCharger) fault).wantsPassword());
    assertThatThrownBy(() -> door.admit(caller("PATH", "10.1.1.1"), access("PATH")))
        .matches(fault -> !((BridgeFault.UnknownCharger) fault).wantsPassword());
  }

  @Test
  void autoRegisterIsEnoughForChargersThatNothingIsSaidOf() {
    Routing open =
        new Routing(
            ConfigLoader.parse(
                "autoRegister: true\ntargets: {main: {url: ws://127.0.0.1:9000/ocpp}}"));
    door.admit(
        caller("ANY", "10.1.1.1"), open.of(new ChargerId("ANY")).orElseThrow().settings().access());
  }

  @Test
  void anotherDeviceOrSourceThanAtTheFirstBootIsAnAlarmUntilAPersonAcceptsIt() {
    boot("FREE*", "10.9.0.1", "ACME", "One", "1");
    assertThat(door.alarms(new ChargerId("FREE*"))).isEmpty();

    boot("FREE*", "10.9.0.2", "ACME", "Two", "1");

    assertThat(door.alarms(new ChargerId("FREE*")))
        .hasSize(2)
        .anyMatch(words -> words.contains("model 'Two' instead of 'One'"))
        .anyMatch(words -> words.contains("from 10.9.0.2 instead of 10.9.0.1"));

    assertThat(door.accept(new ChargerId("FREE*"))).isTrue();
    boot("FREE*", "10.9.0.2", "ACME", "Two", "1");
    assertThat(door.alarms(new ChargerId("FREE*"))).isEmpty();
    assertThat(door.accept(new ChargerId("NOBODY"))).isFalse();
  }

  @Test
  void aChangeIsRefusedWhereTheSettingsSaySo() {
    boot("STRICT", "10.1.1.1", "ACME", "One", "1");
    assertThatThrownBy(() -> boot("STRICT", "10.1.1.1", "ACME", "One", "2"))
        .isInstanceOf(BridgeFault.UnknownCharger.class)
        .hasMessageContaining("serial number '2' instead of '1'");
    assertThatThrownBy(() -> door.admit(caller("STRICT", "10.1.1.2"), access("STRICT")))
        .hasMessageContaining("10.1.1.2 instead of 10.1.1.1");

    boot("LAX", "10.1.1.1", "ACME", "One", "1");
    boot("LAX", "10.1.1.2", "ACME", "Two", "2");
    assertThat(door.alarms(new ChargerId("LAX"))).isEmpty();
  }

  @Test
  void whatWasPinnedIsKnownAfterARestart() {
    Path file = folder.resolve("data").resolve("pins.jsonl");
    Doorkeeper before = doorkeeper(Optional.of(file));
    before.booted(caller("STRICT", "10.1.1.1"), access("STRICT"), boot("ACME", "One", "1"));
    before.booted(caller("LAX", "10.1.1.1"), access("LAX"), boot("ACME", "One", "1"));
    before.accept(new ChargerId("LAX"));

    Doorkeeper after = doorkeeper(Optional.of(file));

    assertThatThrownBy(() -> after.admit(caller("STRICT", "10.1.1.2"), access("STRICT")))
        .isInstanceOf(BridgeFault.UnknownCharger.class);
    assertThat(after.accept(new ChargerId("LAX"))).isFalse();
  }

  @Test
  void twoSendersThatTakeTurnsAreAnAlarmAndOneThatMovesIsNot() {
    ChargerId id = new ChargerId("LAX");
    door.admit(caller("LAX", "10.1.1.1"), access("LAX"));
    now = now.plusSeconds(60);
    door.admit(caller("LAX", "10.1.1.2"), access("LAX"));
    assertThat(door.alarms(id)).isEmpty();

    now = now.plus(Duration.ofMinutes(30));
    door.admit(caller("LAX", "10.1.1.1"), access("LAX"));
    assertThat(door.alarms(id)).as("it moved back, much later").isEmpty();

    now = now.plusSeconds(60);
    door.admit(caller("LAX", "10.1.1.2"), access("LAX"));
    now = now.plusSeconds(60);
    door.admit(caller("LAX", "10.1.1.1"), access("LAX"));
    assertThat(door.alarms(id))
        .singleElement()
        .isEqualTo("two senders at the same time: 10.1.1.1 and 10.1.1.2");
  }

  @Test
  void theLegOfAChargerIsToldHonestly() {
    door.admit(caller("LAX", "10.1.1.1"), access("LAX"));
    assertThat(door.leg(new ChargerId("LAX"))).isEqualTo("unencrypted, unauthenticated");
    Proof proof = new Proof("/ocpp/s3cret-of-acme-42", Optional.empty(), Optional.empty(), true);
    door.admit(
        new Caller(
            new ChargerId("PATH"), SoapVersion.V15, at("10.1.1.1"), Optional.empty(), false, proof),
        access("PATH"));
    assertThat(door.leg(new ChargerId("PATH"))).isEqualTo("encrypted, authenticated");
    assertThat(door.leg(new ChargerId("NEVER"))).isEmpty();
  }

  @Test
  void strangersDoNotFillTheMemory() {
    for (int i = 0; i < 1_000; i++) {
      door.admit(caller("LAX" + i, "10.1.1.1"), access("LAX"));
      door.booted(caller("LAX" + i, "10.1.1.1"), access("LAX"), boot("ACME", "One", "1"));
    }
    assertThat(door.leg(new ChargerId("LAX0"))).as("forgotten").isEmpty();
    assertThat(door.accept(new ChargerId("LAX500"))).as("not pinned").isFalse();
  }

  private void boot(String id, String source, String vendor, String model, String serial) {
    door.admit(caller(id, source), access(id));
    door.booted(caller(id, source), access(id), boot(vendor, model, serial));
  }

  private static BootNotification.Request boot(String vendor, String model, String serial) {
    return new BootNotification.Request(vendor, model, serial, null, null, null, null, null, null);
  }

  private Access access(String id) {
    return routing.of(new ChargerId(id)).orElseThrow().settings().access();
  }

  private static Caller caller(String id, String source) {
    return caller(id, source, "/ocpp", null);
  }

  private static Caller caller(String id, String source, String path, String userAndPassword) {
    Optional<String> header =
        Optional.ofNullable(userAndPassword)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes));
    return new Caller(
        new ChargerId(id),
        SoapVersion.V15,
        at(source),
        Optional.empty(),
        false,
        new Proof(path, header, Optional.empty(), false));
  }

  private static InetSocketAddress at(String source) {
    return new InetSocketAddress(InetAddress.ofLiteral(source), 40_000);
  }
}
