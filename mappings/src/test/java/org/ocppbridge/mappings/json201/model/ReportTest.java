package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Say;

/** GetBaseReport and GetReport (MR B8, C4). */
class ReportTest {

  private static final String FULL = "{\"requestId\":5,\"reportBase\":\"FullInventory\"}";

  /** What every station has to have (MR C4). */
  private static final String REQUIRED =
      """
      OCPPCommCtrlr.MessageTimeout[Default]
      OCPPCommCtrlr.FileTransferProtocols
      OCPPCommCtrlr.NetworkConfigurationPriority
      OCPPCommCtrlr.NetworkProfileConnectionAttempts
      OCPPCommCtrlr.ActiveNetworkProfile
      OCPPCommCtrlr.OfflineThreshold
      OCPPCommCtrlr.MessageAttempts[TransactionEvent]
      OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]
      OCPPCommCtrlr.ResetRetries
      OCPPCommCtrlr.UnlockOnEVSideDisconnect
      OCPPCommCtrlr.RetryBackOffRepeatTimes
      OCPPCommCtrlr.RetryBackOffRandomRange
      OCPPCommCtrlr.RetryBackOffWaitMinimum
      OCPPCommCtrlr.WebSocketPingInterval
      OCPPCommCtrlr.QueueAllMessages
      DeviceDataCtrlr.ItemsPerMessage[GetReport]
      DeviceDataCtrlr.ItemsPerMessage[GetVariables]
      DeviceDataCtrlr.ItemsPerMessage[SetVariables]
      DeviceDataCtrlr.BytesPerMessage[GetReport]
      DeviceDataCtrlr.BytesPerMessage[GetVariables]
      DeviceDataCtrlr.BytesPerMessage[SetVariables]
      ClockCtrlr.DateTime
      ClockCtrlr.TimeSource
      SecurityCtrlr.Identity
      SecurityCtrlr.BasicAuthPassword
      SecurityCtrlr.OrganizationName
      SecurityCtrlr.CertificateEntries
      SecurityCtrlr.SecurityProfile
      AuthCtrlr.AuthorizeRemoteStart
      AuthCtrlr.LocalAuthorizeOffline
      AuthCtrlr.LocalPreAuthorize
      AuthCtrlr.MasterPassGroupId
      TxCtrlr.EVConnectionTimeOut
      TxCtrlr.StopTxOnEVSideDisconnect
      TxCtrlr.StopTxOnInvalidId
      TxCtrlr.TxStartPoint
      TxCtrlr.TxStopPoint
      TxCtrlr.TxBeforeAcceptedEnabled
      SampledDataCtrlr.TxStartedMeasurands
      SampledDataCtrlr.TxUpdatedMeasurands
      SampledDataCtrlr.TxUpdatedInterval
      SampledDataCtrlr.TxEndedMeasurands
      SampledDataCtrlr.TxEndedInterval
      AlignedDataCtrlr.Interval
      AlignedDataCtrlr.Measurands
      AlignedDataCtrlr.TxEndedInterval
      AlignedDataCtrlr.TxEndedMeasurands
      ChargingStation.Available
      ChargingStation.AvailabilityState
      ChargingStation.SupplyPhases
      EVSE/1.Available
      EVSE/1.AvailabilityState
      EVSE/1.SupplyPhases
      EVSE/1.Power
      Connector/1/1.Available
      Connector/1/1.ConnectorType
      Connector/1/1.SupplyPhases
      MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring]
      MonitoringCtrlr.BytesPerMessage[SetVariableMonitoring]
      ConnectorPlugRetentionLock/1/1.Problem
      RCD/1.Tripped
      TemperatureSensor/1.Protecting
      TokenReader.Problem
      """;

  @ParameterizedTest
  @EnumSource
  void theFullInventoryHasAllThatIsRequiredAndIsCountedThrough(SoapVersion version) {
    Charger charger = new Charger(version);
    Map<String, JsonNode> report = charger.report("GetBaseReport", FULL);
    assertThat(report.keySet()).containsAll(REQUIRED.lines().toList());
    assertThat(charger.play.sent).hasSizeGreaterThan(3);
    report.values().forEach(ReportTest::listsHaveValues);
  }

  private static void listsHaveValues(JsonNode entry) {
    JsonNode about = entry.get("variableCharacteristics");
    if (about.get("dataType").asText().endsWith("List")) {
      assertThat(about.has("valuesList")).as(entry.toString()).isTrue();
    }
  }

  @Test
  void theReportSaysWhatEachVariableIs() {
    JsonNode power = new Charger(SoapVersion.V15).report("GetBaseReport", FULL).get("EVSE/1.Power");
    assertThat(power.at("/variableCharacteristics").toString())
        .isEqualTo(
            "{\"unit\":\"W\",\"dataType\":\"decimal\",\"minLimit\":0,\"maxLimit\":22000,"
                + "\"supportsMonitoring\":true}");
    assertThat(power.at("/variableAttribute/0").toString())
        .isEqualTo(
            "{\"type\":\"Actual\",\"value\":\"0\",\"mutability\":\"ReadOnly\",\"persistent\":false,"
                + "\"constant\":false}");
  }

  @Test
  void thePasswordIsInTheReportWithoutItsValue() {
    JsonNode attribute =
        new Charger(SoapVersion.V16)
            .report("GetBaseReport", FULL)
            .get("SecurityCtrlr.BasicAuthPassword")
            .at("/variableAttribute/0");
    assertThat(attribute.has("value")).isFalse();
    assertThat(attribute.get("mutability").asText()).isEqualTo("WriteOnly");
  }

  @Test
  void theChargersKeysAreReadOnceAndVendorKeysReported() {
    Charger charger =
        new Charger(SoapVersion.V16).key("Vendor", "v").key("Fixed", "f").key("blinkrepeat", "4");
    charger.readonly.add("Fixed");
    Map<String, JsonNode> report = charger.report("GetBaseReport", FULL);
    assertThat(report.get("LegacyConfigCtrlr.Vendor").at("/variableAttribute/0/value").asText())
        .isEqualTo("v");
    assertThat(report.get("LegacyConfigCtrlr.Fixed").at("/variableAttribute/0/mutability").asText())
        .isEqualTo("ReadOnly");
    assertThat(report).containsKey("LegacyConfigCtrlr.BlinkRepeat");
    assertThat(report).doesNotContainKey("TxCtrlr.MaxEnergyOnInvalidId");
    charger.report("GetBaseReport", FULL);
    assertThat(charger.play.asked).hasSize(1);
    charger.play.later(Duration.ofMinutes(6));
    charger.play.chargerFails(GetConfiguration.FROM_CSMS, Why.SILENT);
    assertThat(charger.report("GetBaseReport", FULL)).containsKey("LegacyConfigCtrlr.Vendor");
    assertThat(charger.play.asked).hasSize(2);
  }

  @Test
  void theConfigurationInventoryHasWhatCanBeSetAlone() {
    Map<String, JsonNode> report =
        new Charger(SoapVersion.V16)
            .report("GetBaseReport", "{\"requestId\":5,\"reportBase\":\"ConfigurationInventory\"}");
    assertThat(report).containsKey("OCPPCommCtrlr.OfflineThreshold");
    assertThat(report).containsKey("SecurityCtrlr.BasicAuthPassword");
    assertThat(report.values())
        .noneMatch(e -> e.at("/variableAttribute/0/mutability").asText().equals("ReadOnly"));
  }

  @Test
  void theSummaryHasStatesAndTroubleAlone() {
    Charger charger = new Charger(SoapVersion.V16);
    says(charger, 1, ConnectorStatus.FAULTED, ErrorCode.GROUND_FAILURE);
    says(charger, 2, ConnectorStatus.AVAILABLE, ErrorCode.WEAK_SIGNAL);
    Map<String, JsonNode> report =
        charger.report("GetBaseReport", "{\"requestId\":5,\"reportBase\":\"SummaryInventory\"}");
    assertThat(report.keySet())
        .containsExactly(
            "ChargingStation.AvailabilityState",
            "Connector/1/1.AvailabilityState",
            "Connector/2/1.AvailabilityState",
            "DataLink.Problem",
            "EVSE/1.AvailabilityState",
            "EVSE/2.AvailabilityState",
            "RCD/1.Tripped");
    assertThat(report.get("EVSE/1.AvailabilityState").at("/variableAttribute/0/value").asText())
        .isEqualTo("Faulted");
  }

  private static void says(
      Charger charger, int connector, ConnectorStatus status, ErrorCode errorCode) {
    StatusNotification.Request report = Say.status(connector, status, errorCode);
    charger.play.state =
        new ConnectorChange.Reported(report, charger.play.now).applyTo(charger.play.state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'component':{'name':'ClockCtrlr'}} | ClockCtrlr.DateTime,ClockCtrlr.TimeSource",
        "{'component':{'name':'evse'},'variable':{'name':'Power'}} | EVSE/1.Power,EVSE/2.Power",
        "{'component':{'name':'EVSE','evse':{'id':2}},'variable':{'name':'Power'}} | EVSE/2.Power",
        "{'component':{'name':'Connector','evse':{'id':2}},'variable':{'name':'ConnectorType'}} | Connector/2/1.ConnectorType",
        "{'component':{'name':'DeviceDataCtrlr'},'variable':{'name':'ItemsPerMessage','instance':'GetReport'}} | DeviceDataCtrlr.ItemsPerMessage[GetReport]",
        "{'component':{'name':'OCPPCommCtrlr'},'variable':{'name':'MessageAttempts'}} | OCPPCommCtrlr.MessageAttempts[TransactionEvent]",
      })
  void whatANameLeavesOutMayBeAnything(String named, String found) {
    Charger charger = new Charger(SoapVersion.V16).key("NumberOfConnectors", "2");
    Map<String, JsonNode> report =
        charger.report(
            "GetReport",
            "{\"requestId\":6,\"componentVariable\":[" + named.replace('\'', '"') + "]}");
    assertThat(report.keySet()).containsExactly(found.split(","));
  }

  @Test
  void criteriaChooseComponents() {
    Charger charger = new Charger(SoapVersion.V16);
    String problem = "{\"requestId\":6,\"componentCriteria\":[\"Problem\"]}";
    assertThat(charger.play.status("GetReport", problem)).isEqualTo("EmptyResultSet");
    says(charger, 1, ConnectorStatus.FAULTED, ErrorCode.READER_FAILURE);
    assertThat(charger.report("GetReport", problem)).containsOnlyKeys("TokenReader.Problem");
    assertThat(
            charger.report("GetReport", "{\"requestId\":6,\"componentCriteria\":[\"Available\"]}"))
        .containsKey("ClockCtrlr.DateTime")
        .containsKey("EVSE/1.Power");
  }

  @Test
  void aReportFollowsItsAnswerAndCarriesItsRequestId() {
    Charger charger = new Charger(SoapVersion.V12);
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Accepted");
    assertThat(charger.play.sent)
        .allMatch(s -> s.action().equals("NotifyReport"))
        .allMatch(s -> s.payload().get("requestId").asInt() == 5);
    assertThat(charger.play.asked).isEmpty();
  }

  @Test
  void moreNamesThanAMessageHoldsAreRefused() {
    String names =
        String.join(
            ",", IntStream.range(0, 51).mapToObj(i -> "{\"component\":{\"name\":\"x\"}}").toList());
    assertThat(
            new Charger(SoapVersion.V16)
                .play.error("GetReport", "{\"requestId\":1,\"componentVariable\":[" + names + "]}"))
        .isEqualTo("OccurrenceConstraintViolation");
  }

  @Test
  void anotherReportIsRejectedWhilePagesOfTheFirstWait() {
    Charger charger = new Charger(SoapVersion.V12);
    charger.play.csmsIsSilent("NotifyReport");
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Accepted");
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Rejected");
    assertThat(charger.play.status("GetReport", "{\"requestId\":6}")).isEqualTo("Rejected");
    charger.play.later(Duration.ofSeconds(36));
    charger.play.csms("NotifyReport", "{}");
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Accepted");
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Accepted");
  }

  @Test
  void theAnswerDoesNotWaitForTheChargersKeys() {
    Charger charger = new Charger(SoapVersion.V16).key("BlinkRepeat", "4");
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Accepted");
    assertThat(charger.play.asked).isEmpty();
    assertThat(charger.play.status("GetBaseReport", FULL)).isEqualTo("Rejected");
    charger.play.passes(Duration.ofSeconds(1));
    assertThat(charger.play.asked).hasSize(1);
    assertThat(charger.play.sent.getLast().payload().path("tbc").asBoolean()).isFalse();
  }

  @Test
  void aReportGoesOutThoughTheCsmsSaysPending() {
    Charger charger = new Charger(SoapVersion.V12);
    charger.play.state =
        new RegistrationChange.Answered(RegistrationStatus.PENDING, 300, charger.play.now)
            .applyTo(charger.play.state);
    assertThat(charger.report("GetBaseReport", FULL)).containsKey("ClockCtrlr.DateTime");
    assertThat(charger.report("GetMonitoringReport", "{\"requestId\":7}")).isNotEmpty();
    charger.play.sent.clear();
    charger.play.call(
        "CustomerInformation",
        "{\"requestId\":8,\"report\":true,\"clear\":false,\"customerIdentifier\":\"x\"}");
    assertThat(charger.play.actions()).containsExactly("NotifyCustomerInformation");
  }

  @ParameterizedTest
  @CsvSource({
    "GetVariables, getVariableData",
    "GetReport, componentVariable",
    "SetVariables, setVariableData",
    "SetVariableMonitoring, setMonitoringData"
  })
  void aRequestLongerThanItsBytesPerMessageIsRefused(String action, String list) {
    String json = "{\"" + list + "\":[\"" + "x".repeat(16_384) + "\"]}";
    assertThat(new Charger(SoapVersion.V16).play.error(action, json)).isEqualTo("FormatViolation");
  }
}
