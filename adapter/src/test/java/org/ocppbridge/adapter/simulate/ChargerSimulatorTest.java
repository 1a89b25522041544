package org.ocppbridge.adapter.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.adapter.witness.XmlCheck;
import org.ocppbridge.mappings.SoapVersion;

class ChargerSimulatorTest {
  private final StubCentralSystem stub = new StubCentralSystem();

  @AfterEach
  void close() {
    stub.close();
  }

  private SimulateOptions options(SoapVersion version) {
    return SimulateOptions.of(version, "CP-{n}", stub.url())
        .withSession(2, 2, Duration.ofMillis(1), 2, List.of("TAG-1", "TAG-2"))
        .withSending(false, 3, Duration.ofMillis(1), Duration.ofSeconds(5));
  }

  private static Summary run(SimulateOptions options) {
    try (ChargerSimulator simulator = ChargerSimulator.open(options, Exchanges.IGNORED)) {
      return simulator.run();
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyOperationIsSaidAndKeepsToTheContract(SoapVersion version) throws Exception {
    Summary summary = run(options(version).withScenario(Scenario.ALL, 1));

    assertThat(summary.problems()).isEmpty();
    assertThat(summary.allWell()).isTrue();
    Contract contract = Contract.load("soap-" + version.label());
    XmlCheck check = new XmlCheck(contract);
    Set<String> said = new HashSet<>();
    for (String request : stub.requests) {
      Xml body = Envelope.parse(request.getBytes(StandardCharsets.UTF_8)).body();
      String name = body.name().replaceFirst("Request$", "");
      String operation = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      said.add(operation);
      assertThat(check.request(Side.Cs, operation, body)).as(request).isEmpty();
    }
    assertThat(said).isEqualTo(contract.actions(Side.Cs));
  }

  @Test
  void aSessionIsToldInOrder() {
    run(options(SoapVersion.V16).withSession(1, 1, Duration.ofMillis(1), 1, List.of("TAG-1")));

    assertThat(stub.operations())
        .containsExactly(
            "bootNotification",
            "statusNotification",
            "statusNotification",
            "authorize",
            "statusNotification",
            "startTransaction",
            "statusNotification",
            "meterValues",
            "stopTransaction",
            "statusNotification",
            "statusNotification");
    assertThat(stub.requests.get(7)).contains("<ocpp:transactionId>101</ocpp:transactionId>");
  }

  @Test
  void aTransactionMessageIsRepeatedWithTheSameContentUntilItIsAnswered() {
    stub.troubles.addAll(List.of(500, 0));

    Summary summary =
        run(options(SoapVersion.V15).withSession(1, 1, Duration.ofMillis(1), 0, List.of("TAG-1")));

    assertThat(summary.repeats()).isEqualTo(2);
    List<String> starts =
        stub.requests.stream()
            .filter(request -> request.contains("startTransactionRequest"))
            .toList();
    assertThat(starts).hasSize(3);
    assertThat(
            starts.stream()
                .map(start -> start.replaceAll("<wsa:MessageID>.*?</wsa:MessageID>", ""))
                .distinct())
        .hasSize(1);
    assertThat(summary.allWell()).isFalse();
  }

  @Test
  void aRefusedTagEndsThePlayAsAProblem() {
    Summary summary =
        run(
            options(SoapVersion.V16)
                .withSession(1, 1, Duration.ofMillis(1), 0, List.of("BLOCKED-1")));

    assertThat(summary.problems()).containsExactly("Authorize of CP-1 of BLOCKED-1 is Blocked");
    assertThat(stub.operations()).doesNotContain("startTransaction");
  }

  @Test
  void manyChargersOnKeptConnectionsAllPlay() {
    SimulateOptions options =
        options(SoapVersion.V16)
            .withScenario(Scenario.SESSION, 200)
            .withSending(true, 3, Duration.ofMillis(1), Duration.ofSeconds(20));

    Summary summary = run(options);

    assertThat(summary.problems()).isEmpty();
    assertThat(stub.operations().stream().filter("bootNotification"::equals)).hasSize(200);
    assertThat(stub.operations().stream().filter("stopTransaction"::equals)).hasSize(400);
  }

  @Test
  void aBootThatIsNotAnsweredIsRepeated() {
    stub.otherTroubles.addAll(List.of(503, 0));

    Summary summary =
        run(options(SoapVersion.V16).withSession(1, 1, Duration.ofMillis(1), 0, List.of("TAG-1")));

    assertThat(summary.repeats()).isEqualTo(2);
    assertThat(stub.operations().stream().limit(6))
        .containsExactly(
            "bootNotification",
            "bootNotification",
            "bootNotification",
            "statusNotification",
            "statusNotification",
            "authorize");
    assertThat(stub.operations()).contains("stopTransaction");
  }

  @Test
  void aChargerThatPlaysASessionGivesUpToBootAndOneThatStaysDoesNot() {
    stub.otherTroubles.addAll(List.of(503, 503, 503, 503, 503));

    run(options(SoapVersion.V16));
    assertThat(stub.operations()).hasSize(3).containsOnly("bootNotification");
    run(
        options(SoapVersion.V16)
            .withScenario(Scenario.IDLE, 1)
            .withPace(1, Duration.ofMillis(20), Duration.ofMillis(500)));
    assertThat(stub.operations()).contains("heartbeat");
  }

  @Test
  void heartbeatsGoOnUntilTheTimeIsOver() {
    SimulateOptions options =
        options(SoapVersion.V12)
            .withScenario(Scenario.IDLE, 1)
            .withPace(1, Duration.ofMillis(20), Duration.ofMillis(500));

    Summary summary = run(options);

    assertThat(summary.allWell()).isTrue();
    assertThat(stub.operations().stream().filter("heartbeat"::equals)).hasSizeGreaterThan(3);
  }
}
