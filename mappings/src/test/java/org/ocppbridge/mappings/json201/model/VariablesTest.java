package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.GetConfiguration;

/** GetVariables and SetVariables, row by row (MR B8). */
class VariablesTest {

  private final Charger charger =
      new Charger(SoapVersion.V16)
          .key("HeartbeatInterval", "300")
          .key("MeterValueSampleInterval", "60")
          .key("StopTxnSampledData", "Voltage")
          .key("ConnectionTimeOut", "60");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Nonsense.X | UnknownComponent",
        "EVSE.Power | UnknownComponent",
        "EVSE/9.Power | UnknownComponent",
        "EVSE/1/1.Power | UnknownComponent",
        "TxCtrlr/1.EVConnectionTimeOut | UnknownComponent",
        "TxCtrlr.Nonsense | UnknownVariable",
        "TxCtrlr.EVConnectionTimeOut[x] | UnknownVariable",
        "OCPPCommCtrlr.MessageTimeout | UnknownVariable",
        "txctrlr.evconnectiontimeout | 60",
        "SecurityCtrlr.BasicAuthPassword | Rejected WriteOnly",
        "OCPPCommCtrlr.OfflineThreshold | 300",
        "OCPPCommCtrlr.MessageTimeout[Default] | 30",
        "OCPPCommCtrlr.WebSocketPingInterval | 60",
        "ClockCtrlr.DateTime | 2026-03-01T12:00:00Z",
        "SecurityCtrlr.Identity | CP-1",
        "ChargingStation.VendorName | Vendor",
        "EVSE/1.AvailabilityState | Available",
        "SampledDataCtrlr.TxEndedInterval | 60",
        "TxCtrlr.TxStopPoint | EVConnected,Authorized",
        "TxCtrlr.MaxEnergyOnInvalidId | UnknownVariable",
        "LegacyConfigCtrlr.Vendor | UnknownVariable",
        "LegacyConfigCtrlr.HeartbeatInterval | UnknownVariable",
        "LegacyConfigCtrlr.WebSocketPingInterval | UnknownVariable",
        "TxCtrlr.StopTxOnInvalidId | true",
        "SmartChargingCtrlr.ProfileStackLevel | -",
        "DisplayMessageCtrlr.Available | UnknownComponent",
      })
  void aVariableIsReadOrTheCsmsLearnsWhyNot(String path, String expected) {
    assertThat(charger.read(path)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void oneCallReadsAllKeysAndTheAnswerHasTheOrderOfTheRequest() {
    var results =
        charger
            .get(
                "TxCtrlr.EVConnectionTimeOut",
                "Nonsense.X",
                "OCPPCommCtrlr.HeartbeatInterval",
                "OCPPCommCtrlr.OfflineThreshold")
            .get("getVariableResult");
    assertThat(results.findValuesAsText("attributeValue")).containsExactly("60", "300", "300");
    assertThat(results.get(1).get("component").get("name").asText()).isEqualTo("Nonsense");
    assertThat(charger.play.asked).hasSize(1);
    assertThat(charger.play.asked.getFirst().request())
        .isEqualTo(new GetConfiguration.Request(List.of("ConnectionTimeOut", "HeartbeatInterval")));
  }

  @Test
  void notMoreKeysAtOnceThanTheChargerTakes() {
    charger.key("GetConfigurationMaxKeys", "1");
    charger.read("LegacyConfigCtrlr.GetConfigurationMaxKeys");
    charger.play.asked.clear();
    charger.get("TxCtrlr.EVConnectionTimeOut", "OCPPCommCtrlr.HeartbeatInterval");
    assertThat(charger.play.asked).hasSize(2);
  }

  @Test
  void variablesHaveAnActualValueAlone() {
    String item = Charger.names("TxCtrlr.EVConnectionTimeOut") + ",\"attributeType\":\"Target\"";
    JsonNode got = charger.result("GetVariables", "{\"getVariableData\":[{" + item + "}]}");
    assertThat(got.at("/getVariableResult/0/attributeStatus").asText())
        .isEqualTo("NotSupportedAttributeType");
    assertThat(got.at("/getVariableResult/0/attributeType").asText()).isEqualTo("Target");
    JsonNode set =
        charger.result(
            "SetVariables", "{\"setVariableData\":[{\"attributeValue\":\"1\"," + item + "}]}");
    assertThat(set.at("/setVariableResult/0/attributeStatus").asText())
        .isEqualTo("NotSupportedAttributeType");
  }

  @Test
  void whileTheChargerIsAwayValuesOfTheLastDayStandForIt() {
    charger.read("TxCtrlr.EVConnectionTimeOut");
    charger.play.chargerFails(GetConfiguration.FROM_CSMS, Why.UNREACHABLE);
    assertThat(charger.read("TxCtrlr.EVConnectionTimeOut")).isEqualTo("60");
    assertThat(charger.read("OCPPCommCtrlr.HeartbeatInterval")).isEqualTo("Rejected InternalError");
    charger.play.later(Duration.ofHours(25));
    assertThat(charger.read("TxCtrlr.EVConnectionTimeOut")).isEqualTo("Rejected InternalError");
    assertThat(charger.read("OCPPCommCtrlr.OfflineThreshold")).isEqualTo("300");
  }

  @Test
  void aKeyWithoutValueIsEmptyAndALongOneIsCut() {
    charger.key("Vendor", "x".repeat(3000)).key("Empty", "");
    assertThat(charger.read("LegacyConfigCtrlr.Empty")).isEmpty();
    assertThat(charger.read("LegacyConfigCtrlr.Vendor")).hasSize(2500);
  }

  @Test
  void aVendorKeyKeepsItsOwnSpellingBehindItsVariable() {
    charger.key("Vendor key!", "1");
    charger.report("GetBaseReport", "{\"requestId\":1,\"reportBase\":\"FullInventory\"}");
    assertThat(charger.read("LegacyConfigCtrlr.Vendor_key_")).isEqualTo("1");
    assertThat(charger.write("LegacyConfigCtrlr.Vendor_key_", "2")).isEqualTo("Accepted");
    assertThat(charger.keys).containsEntry("Vendor key!", "2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nonsense.X | 1 | UnknownComponent",
        "TxCtrlr.Nonsense | 1 | UnknownVariable",
        "ClockCtrlr.DateTime | 1 | Rejected ReadOnly",
        "TxCtrlr.TxStartPoint | Authorized | Rejected ReadOnly",
        "TxCtrlr.EVConnectionTimeOut | soon | Rejected InvalidValue",
        "TxCtrlr.EVConnectionTimeOut | -1 | Rejected ValueOutOfRange",
        "OCPPCommCtrlr.HeartbeatInterval | 0 | Rejected ValueOutOfRange",
        "TxCtrlr.StopTxOnInvalidId | maybe | Rejected InvalidValue",
        "SampledDataCtrlr.TxUpdatedMeasurands | Humidity | Rejected InvalidValue",
        "SampledDataCtrlr.TxUpdatedMeasurands | Temperature | Rejected InvalidValue",
        "SampledDataCtrlr.TxUpdatedMeasurands | Voltage,Voltage | Rejected InvalidValue",
        "OCPPCommCtrlr.WebSocketPingInterval | -1 | Rejected ValueOutOfRange",
        "SampledDataCtrlr.TxEndedInterval | 61 | Rejected InvalidValue",
        "Connector/1/1.PhaseRotation | RxT | Rejected InvalidValue",
        "OCPPCommCtrlr.NetworkConfigurationPriority | 1 | Rejected InvalidConfSlot",
        "OCPPCommCtrlr.NetworkConfigurationPriority | 7 | Rejected InvalidValue",
        "SecurityCtrlr.BasicAuthPassword | short | Rejected ValueOutOfRange",
        "SecurityCtrlr.SecurityProfile | 2 | Rejected ReadOnly",
      })
  void whatCannotBeSetIsRefusedWithoutAskingTheChargerToChange(
      String path, String value, String status) {
    assertThat(charger.write(path, value)).isEqualTo(status);
    assertThat(charger.play.asked)
        .noneMatch(asked -> asked.operation().equals(ChangeConfiguration.FROM_CSMS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCPPCommCtrlr.OfflineThreshold | 600 | 600",
        "OCPPCommCtrlr.WebSocketPingInterval | 30 | 30",
        "OCPPCommCtrlr.MessageAttempts[TransactionEvent] | 9 | 9",
        "OCPPCommCtrlr.QueueAllMessages | TRUE | true",
        "SecurityCtrlr.OrganizationName | Us | Us",
        "AuthCtrlr.MasterPassGroupId | G | G",
        "SampledDataCtrlr.TxEndedInterval | 0 | 60",
      })
  void theBridgesOwnVariablesAreSetHere(String path, String value, String read) {
    assertThat(charger.write(path, value)).isEqualTo("Accepted");
    assertThat(charger.play.asked)
        .noneMatch(asked -> asked.operation().equals(ChangeConfiguration.FROM_CSMS));
    assertThat(charger.read(path)).isEqualTo(read);
  }

  @Test
  void whatTheConnectionObeysIsSetWhereTheConnectionLooks() {
    charger.write("OCPPCommCtrlr.MessageAttempts[TransactionEvent]", "9");
    assertThat(charger.play.state.settings().numberOfLink("TransactionMessageAttempts"))
        .contains(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCEPTED | TxCtrlr.EVConnectionTimeOut | Accepted",
        "REBOOT_REQUIRED | TxCtrlr.EVConnectionTimeOut | RebootRequired",
        "REJECTED | TxCtrlr.EVConnectionTimeOut | Rejected",
        "NOT_SUPPORTED | TxCtrlr.EVConnectionTimeOut | Rejected UnsupportedParam",
        "NOT_SUPPORTED | TxCtrlr.MaxEnergyOnInvalidId | UnknownVariable",
        "NOT_SUPPORTED | LegacyConfigCtrlr.Vendor | UnknownVariable",
      })
  void theChargersWordDecides(ConfigurationStatus said, String path, String status) {
    charger.set = said;
    assertThat(charger.write(path, "90")).isEqualTo(status);
  }

  @Test
  void aChargerThatCannotBeAskedIsAnInternalErrorForEachItem() {
    charger.play.chargerFails(ChangeConfiguration.FROM_CSMS, Why.SILENT);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("TxCtrlr.EVConnectionTimeOut", "90");
    values.put("OCPPCommCtrlr.OfflineThreshold", "90");
    assertThat(charger.writeAll(values)).containsExactly("Rejected InternalError", "Accepted");
  }

  @Test
  void whenTimeIsUpTheRestIsNotTried() {
    charger.play.chargerAnswers(
        ChangeConfiguration.FROM_CSMS,
        request -> {
          charger.play.later(Duration.ofSeconds(26));
          return new ChangeConfiguration.Answer(ConfigurationStatus.ACCEPTED);
        });
    Map<String, String> values = new LinkedHashMap<>();
    values.put("TxCtrlr.EVConnectionTimeOut", "90");
    values.put("OCPPCommCtrlr.HeartbeatInterval", "90");
    assertThat(charger.writeAll(values)).containsExactly("Accepted", "Rejected InternalError");
    assertThat(charger.play.asked).hasSize(1);
  }

  @Test
  void aVariableOfBothLegsIsKeptToByTheBridgeOnlyIfTheChargerTookIt() {
    charger.key("StopTransactionOnInvalidId", "true");
    charger.set = ConfigurationStatus.REJECTED;
    charger.write("TxCtrlr.StopTxOnInvalidId", "false");
    assertThat(charger.play.state.station().model().own()).isEmpty();
    charger.set = ConfigurationStatus.ACCEPTED;
    charger.write("TxCtrlr.StopTxOnInvalidId", "false");
    assertThat(charger.play.state.station().model().own())
        .containsEntry("TxCtrlr.StopTxOnInvalidId", "false");
  }

  @Test
  void whatTheChargerSaysCannotBeWrittenIsReadOnly() {
    charger.readonly.add("ConnectionTimeOut");
    charger.read("TxCtrlr.EVConnectionTimeOut");
    assertThat(charger.write("TxCtrlr.EVConnectionTimeOut", "90")).isEqualTo("Rejected ReadOnly");
  }

  @Test
  void listsRespectTheChargersLimitOfItems() {
    charger.key("MeterValuesSampledData", "Voltage").key("MeterValuesSampledDataMaxLength", "1");
    assertThat(charger.write("SampledDataCtrlr.TxUpdatedMeasurands", "Voltage,Current.Import"))
        .isEqualTo("Rejected ValueOutOfRange");
    assertThat(charger.write("SampledDataCtrlr.TxUpdatedMeasurands", "Current.Import"))
        .isEqualTo("Accepted");
  }

  @Test
  void twoRotationsInOneRequestEndInOneList() {
    charger.key("ConnectorPhaseRotation", "0.RST,1.RST").key("NumberOfConnectors", "2");
    charger.report("GetBaseReport", "{\"requestId\":1,\"reportBase\":\"FullInventory\"}");
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Connector/1/1.PhaseRotation", "STR");
    values.put("Connector/2/1.PhaseRotation", "TSR");
    assertThat(charger.writeAll(values)).containsExactly("Accepted", "Accepted");
    assertThat(charger.keys).containsEntry("ConnectorPhaseRotation", "0.RST,1.STR,2.TSR");
  }

  @Test
  void whatA12ChargerTookIsRememberedForItCannotBeAsked() {
    Charger old = new Charger(SoapVersion.V12);
    assertThat(old.read("TxCtrlr.EVConnectionTimeOut")).isEmpty();
    assertThat(old.write("TxCtrlr.EVConnectionTimeOut", "90")).isEqualTo("Accepted");
    assertThat(old.read("TxCtrlr.EVConnectionTimeOut")).isEqualTo("90");
    assertThat(old.read("LegacyConfigCtrlr.Vendor")).isEqualTo("UnknownVariable");
    assertThat(old.write("AuthCtrlr.LocalPreAuthorize", "true")).isEqualTo("Rejected ReadOnly");
    assertThat(old.write("TxCtrlr.StopTxOnInvalidId", "false")).isEqualTo("Accepted");
    assertThat(old.read("TxCtrlr.StopTxOnInvalidId")).isEqualTo("false");
    assertThat(old.play.asked).hasSize(1);
  }

  @Test
  void tooManyItemsAndNoneAreRefused() {
    String item = "{" + Charger.names("TxCtrlr.EVConnectionTimeOut") + "}";
    String many = IntStream.range(0, 51).mapToObj(i -> item).collect(Collectors.joining(","));
    for (String items : Arrays.asList("", many)) {
      assertThat(charger.play.error("GetVariables", "{\"getVariableData\":[" + items + "]}"))
          .isEqualTo("OccurrenceConstraintViolation");
    }
    assertThat(
            charger.play.error(
                "GetVariables",
                "{\"getVariableData\":[{\"component\":{\"name\":\"%s\"},\"variable\":{\"name\":\"x\"}}]}"
                    .formatted("x".repeat(51))))
        .isEqualTo("PropertyConstraintViolation");
  }
}
