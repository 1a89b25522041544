package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.TriggerMessage;

class SoapDialectTest {

  private static final Set<String> ASKED_BY_12 =
      Set.of(
          "Authorize",
          "BootNotification",
          "DiagnosticsStatusNotification",
          "FirmwareStatusNotification",
          "Heartbeat",
          "MeterValues",
          "StartTransaction",
          "StatusNotification",
          "StopTransaction");
  private static final Set<String> TOLD_TO_12 =
      Set.of(
          "ChangeAvailability",
          "ChangeConfiguration",
          "ClearCache",
          "GetDiagnostics",
          "RemoteStartTransaction",
          "RemoteStopTransaction",
          "Reset",
          "UnlockConnector",
          "UpdateFirmware");
  private static final Set<String> ADDED_BY_15 =
      Set.of(
          "CancelReservation",
          "DataTransfer",
          "GetConfiguration",
          "GetLocalListVersion",
          "ReserveNow",
          "SendLocalList");
  private static final Set<String> ADDED_BY_16 =
      Set.of(
          "ClearChargingProfile", "GetCompositeSchedule", "SetChargingProfile", "TriggerMessage");

  @Test
  void everyVersionHasExactlyItsOperations() {
    assertThat(names(SoapVersion.V12, Operation.Asker.CHARGER)).isEqualTo(ASKED_BY_12).hasSize(9);
    assertThat(names(SoapVersion.V12, Operation.Asker.CSMS)).isEqualTo(TOLD_TO_12).hasSize(9);
    assertThat(names(SoapVersion.V15, Operation.Asker.CHARGER))
        .isEqualTo(with(ASKED_BY_12, Set.of("DataTransfer")));
    assertThat(names(SoapVersion.V15, Operation.Asker.CSMS))
        .isEqualTo(with(TOLD_TO_12, ADDED_BY_15))
        .hasSize(15);
    assertThat(names(SoapVersion.V16, Operation.Asker.CHARGER))
        .isEqualTo(with(ASKED_BY_12, Set.of("DataTransfer")));
    assertThat(names(SoapVersion.V16, Operation.Asker.CSMS))
        .isEqualTo(with(TOLD_TO_12, with(ADDED_BY_15, ADDED_BY_16)))
        .hasSize(19);
  }

  @Test
  void everyOperationOfTheModelHasARowInTheNewestVersion() {
    List<Operation<?, ?>> all = new ArrayList<>(Operations.FROM_CHARGER);
    all.addAll(Operations.FROM_CSMS);
    assertThat(SoapDialect.of(SoapVersion.V16).operations())
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @EnumSource
  void anOperationIsFoundByItsGeneratedTypeAndByItsElement(SoapVersion version) {
    SoapDialect dialect = SoapDialect.of(version);
    for (Operation<?, ?> operation : dialect.operations()) {
      Class<?> type = dialect.requestType(operation);
      assertThat(type.getSimpleName()).isEqualTo(operation.name() + "Request");
      assertThat(dialect.answerType(operation).getSimpleName())
          .isEqualTo(operation.name() + "Response");
      assertThat(dialect.operation(type)).contains(operation);
      String element = SoapDialect.requestElement(operation);
      assertThat(dialect.operation(operation.asker(), element)).contains(operation);
    }
    assertThat(dialect.operation(String.class)).isEmpty();
    assertThat(dialect.operation(Operation.Asker.CHARGER, "resetRequest")).isEmpty();
  }

  @Test
  void elementsAreNamedAsInTheContract() {
    assertThat(SoapDialect.requestElement(Heartbeat.FROM_CHARGER)).isEqualTo("heartbeatRequest");
    assertThat(SoapDialect.answerElement(DataTransfer.FROM_CSMS)).isEqualTo("dataTransferResponse");
  }

  @Test
  void anOperationThatAVersionLacksIsNotSupported() {
    SoapDialect dialect = SoapDialect.of(SoapVersion.V15);
    assertThat(dialect.has(TriggerMessage.FROM_CSMS)).isFalse();
    assertThatThrownBy(() -> dialect.requestType(TriggerMessage.FROM_CSMS))
        .isInstanceOf(BridgeFault.NotSupported.class)
        .hasMessage("TriggerMessage does not exist in OCPP 1.5");
  }

  @Test
  void aNilBodyIsRefused() {
    assertThatThrownBy(() -> ChargerSays.request(SoapVersion.V16, Heartbeat.FROM_CHARGER, null))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessage("Heartbeat: body is missing");
    assertThatThrownBy(() -> ChargerSays.answer(SoapVersion.V16, Reset.FROM_CSMS, null))
        .isInstanceOf(BridgeFault.ChargerFailed.class);
  }

  @Test
  void directionsAreNotMixedUp() {
    SoapDialect dialect = SoapDialect.of(SoapVersion.V16);
    assertThatThrownBy(() -> dialect.answer(Reset.FROM_CSMS, null, new Losses()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dialect.command(Heartbeat.FROM_CHARGER, null, new Losses()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> names(SoapVersion version, Operation.Asker asker) {
    return SoapDialect.of(version).operations().stream()
        .filter(operation -> operation.asker() == asker)
        .map(Operation::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> with(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
