package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Policies;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.Uplink;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;

/** How long the answer to each operation of a charger may wait for a CSMS that is connected. */
class DeadlinesTest {
  private static final ChargerId ID = new ChargerId("CP-1");
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  /** With the settings' defaults, in seconds; zero: it does not wait. */
  private static final Map<String, Integer> SECONDS =
      new TreeMap<>(
          Map.of(
              "StartTransaction", 5,
              "StopTransaction", 5,
              "Heartbeat", 5,
              "BootNotification", 20,
              "Authorize", 20,
              "DataTransfer", 20,
              "MeterValues", 0,
              "StatusNotification", 0,
              "FirmwareStatusNotification", 0,
              "DiagnosticsStatusNotification", 0));

  private final Policy policy = policy();
  private ChargerState state =
      ChargerState.fresh(ID, SoapVersion.V16, 0)
          .apply(List.of(new RegistrationChange.Answered(RegistrationStatus.ACCEPTED, 60, NOW)));

  private static Policy policy() {
    BridgeConfig config =
        ConfigLoader.parse("{targets: {main: {url: 'ws://csms/ocpp'}}, autoRegister: true}");
    return Policies.of(config, new Routing(config).of(ID).orElseThrow());
  }

  private record Asked<Q>(Operation<Q, ?> operation, Q request) {}

  /** In an order in which they make sense. */
  private static List<Asked<?>> all() {
    BigDecimal meter = BigDecimal.TEN;
    return List.of(
        new Asked<>(
            BootNotification.FROM_CHARGER,
            new BootNotification.Request("ACME", "M1", null, null, null, null, null, null, null)),
        new Asked<>(Heartbeat.FROM_CHARGER, new Heartbeat.Request()),
        new Asked<>(Authorize.FROM_CHARGER, new Authorize.Request("TAG")),
        new Asked<>(
            StatusNotification.FROM_CHARGER,
            new StatusNotification.Request(
                1, ErrorCode.NO_ERROR, null, ConnectorStatus.AVAILABLE, NOW, null, null)),
        new Asked<>(
            StartTransaction.FROM_CHARGER,
            new StartTransaction.Request(1, "TAG", NOW, meter, null)),
        new Asked<>(MeterValues.FROM_CHARGER, new MeterValues.Request(1, 1, List.of())),
        new Asked<>(
            StopTransaction.FROM_CHARGER,
            new StopTransaction.Request(1, "TAG", NOW.plusSeconds(60), meter, null, null)),
        new Asked<>(
            DataTransfer.FROM_CHARGER, new DataTransfer.Request("com.example", "hello", "there")),
        new Asked<>(
            FirmwareStatusNotification.FROM_CHARGER,
            new FirmwareStatusNotification.Request(FirmwareStatus.DOWNLOADING)),
        new Asked<>(
            DiagnosticsStatusNotification.FROM_CHARGER,
            new DiagnosticsStatusNotification.Request(DiagnosticsStatus.UPLOADING)));
  }

  @Test
  void the_table_is_of_all_operations() {
    assertThat(Operations.FROM_CHARGER.stream().map(Operation::name))
        .containsExactlyInAnyOrderElementsOf(SECONDS.keySet());
    assertThat(all().stream().map(asked -> asked.operation().name()))
        .containsExactlyInAnyOrderElementsOf(SECONDS.keySet());
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void each_operation_waits_as_long_as_the_table_says(Target target) {
    JsonDialect dialect = target == Target.OCPP16 ? new Json16() : new Json201();
    Map<String, Integer> found = new TreeMap<>();
    for (Asked<?> asked : all()) {
      found.put(asked.operation().name(), (int) patience(dialect, asked).toSeconds());
    }
    assertThat(found).isEqualTo(SECONDS);
  }

  private <Q> Duration patience(JsonDialect dialect, Asked<Q> asked) {
    ChargerView view = new ChargerView(state, NOW, policy, Uplink.IDLE);
    List<Duration> waits = new ArrayList<>();
    Step<?> step = dialect.fromCharger(asked.operation(), asked.request(), view);
    if (step instanceof Step.AskCsms<?> ask) {
      waits.add(ask.patience());
      state = state.apply(ask.changes());
    } else if (step instanceof Step.Done<?> done) {
      state = state.apply(done.changes());
    }
    return waits.isEmpty() ? Duration.ZERO : waits.getFirst();
  }
}
