package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ChangeConfiguration;

/** Every standard key as a variable, read and written, for each version (MR C1). */
class StandardKeysTest {

  /**
   * Key, since, variable, the charger's value, the CSMS's value; then, for keys that can be set,
   * what the CSMS sets and what the charger gets; else what setting it is answered with.
   */
  private static final String TABLE =
      """
      HeartbeatInterval|12|OCPPCommCtrlr.HeartbeatInterval|300|300|120|120
      ConnectionTimeOut|12|TxCtrlr.EVConnectionTimeOut| 60 |60|90|90
      ResetRetries|12|OCPPCommCtrlr.ResetRetries|2|2|3|3
      MeterValueSampleInterval|12|SampledDataCtrlr.TxUpdatedInterval|60|60|30|30
      BlinkRepeat|12|LegacyConfigCtrlr.BlinkRepeat|5|5|6|6
      LightIntensity|12|LegacyConfigCtrlr.LightIntensity|50|50|100|100
      ProximityContactRetries|12|LegacyConfigCtrlr.ProximityContactRetries|1|1|2|2
      ProximityLockRetries|12|LegacyConfigCtrlr.ProximityLockRetries|1|1|2|2
      ChargePointId|12|LegacyConfigCtrlr.ChargePointId|CP|CP|X!Rejected ReadOnly
      ClockAlignedDataInterval|15|AlignedDataCtrlr.Interval|900|900|0|0
      MeterValuesAlignedData|15|AlignedDataCtrlr.Measurands|Voltage.L1, Voltage.L2,Temperature|Voltage|Voltage,Current.Import|Voltage.L1,Voltage.L2,Current.Import,Temperature
      MeterValuesSampledData|15|SampledDataCtrlr.TxUpdatedMeasurands|Energy.Active.Import.Register|Energy.Active.Import.Register|Voltage|Voltage
      StopTxnAlignedData|15|AlignedDataCtrlr.TxEndedMeasurands|Voltage|Voltage||
      StopTxnSampledData|15|SampledDataCtrlr.TxEndedMeasurands|||Voltage|Voltage
      MeterValuesAlignedDataMaxLength|16|LegacyConfigCtrlr.MeterValuesAlignedDataMaxLength|5|5|6!Rejected ReadOnly
      MeterValuesSampledDataMaxLength|16|LegacyConfigCtrlr.MeterValuesSampledDataMaxLength|5|5|6!Rejected ReadOnly
      StopTxnAlignedDataMaxLength|16|LegacyConfigCtrlr.StopTxnAlignedDataMaxLength|5|5|6!Rejected ReadOnly
      StopTxnSampledDataMaxLength|16|LegacyConfigCtrlr.StopTxnSampledDataMaxLength|5|5|6!Rejected ReadOnly
      AllowOfflineTxForUnknownId|16|AuthCtrlr.OfflineTxForUnknownIdEnabled|TRUE|true|false|false
      AuthorizationCacheEnabled|16|AuthCacheCtrlr.Enabled|1|true|false|false
      AuthorizeRemoteTxRequests|16|AuthCtrlr.AuthorizeRemoteStart|false|false|true|true
      LocalAuthorizeOffline|16|AuthCtrlr.LocalAuthorizeOffline|False|false|true|true
      LocalPreAuthorize|16|AuthCtrlr.LocalPreAuthorize|false|false|true|true
      MaxEnergyOnInvalidId|16|TxCtrlr.MaxEnergyOnInvalidId|0|0|500|500
      StopTransactionOnInvalidId|16|TxCtrlr.StopTxOnInvalidId|true|true|false|false
      StopTransactionOnEVSideDisconnect|16|TxCtrlr.StopTxOnEVSideDisconnect|true|true|false|false
      UnlockConnectorOnEVSideDisconnect|16|OCPPCommCtrlr.UnlockOnEVSideDisconnect|true|true|false|false
      ConnectorPhaseRotation|16|Connector/1/1.PhaseRotation|0.RST, 1.RTS|RTS|STR|0.RST,1.STR
      ConnectorPhaseRotation|16|ChargingStation.PhaseRotation|0.NotApplicable,1.RTS||TSR|0.TSR,1.RTS
      ConnectorPhaseRotationMaxLength|16|LegacyConfigCtrlr.ConnectorPhaseRotationMaxLength|2|2|3!Rejected ReadOnly
      GetConfigurationMaxKeys|16|LegacyConfigCtrlr.GetConfigurationMaxKeys|2|2|3!Rejected ReadOnly
      MinimumStatusDuration|16|ChargingStation.MinimumStatusDuration|5|5|1|1
      SupportedFeatureProfiles|16|LegacyConfigCtrlr.SupportedFeatureProfiles|Core,Reservation|Core,Reservation|x!Rejected ReadOnly
      SupportedFeatureProfilesMaxLength|16|LegacyConfigCtrlr.SupportedFeatureProfilesMaxLength|6|6|7!Rejected ReadOnly
      TransactionMessageAttempts|16|LegacyConfigCtrlr.TransactionMessageAttempts|3|3|4|4
      TransactionMessageRetryInterval|16|LegacyConfigCtrlr.TransactionMessageRetryInterval|30|30|40|40
      MessageTimeout|16|LegacyConfigCtrlr.MessageTimeout|30|30|40|40
      LocalAuthListEnabled|16|LocalAuthListCtrlr.Enabled|true|true|false|false
      SendLocalListMaxLength|16|LocalAuthListCtrlr.ItemsPerMessage|20|20|30!Rejected ReadOnly
      StopTransactionMaxMeterValues|16|LegacyConfigCtrlr.StopTransactionMaxMeterValues|9|9|8!Rejected ReadOnly
      ReserveConnectorZeroSupported|16|ReservationCtrlr.NonEvseSpecific|true|true|false!Rejected ReadOnly
      ChargeProfileMaxStackLevel|16|SmartChargingCtrlr.ProfileStackLevel|8|8|9!Rejected ReadOnly
      ChargingScheduleAllowedChargingRateUnit|16|SmartChargingCtrlr.RateUnit|Current, Power|A,W|A!Rejected ReadOnly
      ChargingScheduleMaxPeriods|16|SmartChargingCtrlr.PeriodsPerSchedule|24|24|9!Rejected ReadOnly
      ConnectorSwitch3to1PhaseSupported|16|SmartChargingCtrlr.Phases3to1|true|true|false!Rejected ReadOnly
      SupportedFileTransferProtocols|16|OCPPCommCtrlr.FileTransferProtocols|FTP, HTTPS|FTP,HTTPS|FTP!Rejected ReadOnly
      """;

  /** What chargers of older versions read for keys they do not have; absent: no such variable. */
  private static final List<String> OTHERWISE =
      List.of(
          "AlignedDataCtrlr.Interval=0",
          "AlignedDataCtrlr.Measurands=",
          "AlignedDataCtrlr.TxEndedMeasurands=",
          "SampledDataCtrlr.TxUpdatedMeasurands=Energy.Active.Import.Register",
          "SampledDataCtrlr.TxEndedMeasurands=Energy.Active.Import.Register",
          "AuthCacheCtrlr.Enabled=true",
          "AuthCtrlr.AuthorizeRemoteStart=true",
          "AuthCtrlr.LocalAuthorizeOffline=true",
          "AuthCtrlr.LocalPreAuthorize=false",
          "TxCtrlr.StopTxOnInvalidId=true",
          "TxCtrlr.StopTxOnEVSideDisconnect=true",
          "OCPPCommCtrlr.UnlockOnEVSideDisconnect=false",
          "OCPPCommCtrlr.FileTransferProtocols=FTP");

  /** A row of the table. */
  record Row(
      String key,
      SoapVersion since,
      String path,
      String soap,
      String csms,
      String set,
      String got) {

    static Row of(String line) {
      String[] cells = line.split("\\|", -1);
      int refused = cells[5].indexOf('!');
      return new Row(
          cells[0],
          SoapVersion.valueOf("V" + cells[1]),
          cells[2],
          cells[3],
          cells[4],
          refused < 0 ? cells[5] : cells[5].substring(0, refused),
          refused < 0 ? cells[6] : cells[5].substring(refused));
    }
  }

  static Stream<Arguments> rows() {
    return TABLE
        .lines()
        .map(Row::of)
        .flatMap(row -> Stream.of(SoapVersion.values()).map(version -> Arguments.of(version, row)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aStandardKeyIsReadAndWrittenAsAVariable(SoapVersion version, Row row) {
    Charger charger = new Charger(version);
    if (version.compareTo(row.since()) < 0) {
      boolean local = row.path().startsWith("LocalAuthListCtrlr") && version == SoapVersion.V15;
      boolean reservation = row.path().startsWith("Reservation") && version == SoapVersion.V15;
      if (!local && !reservation) {
        assertThat(otherwise(charger.read(row.path()), row.path()))
            .isEqualTo(Optional.of(charger.read(row.path())));
      }
      return;
    }
    charger.key(spelled(row.key(), version), row.soap());
    if (version == SoapVersion.V12) {
      assertThat(charger.read(row.path())).isIn("", "1");
    } else {
      assertThat(charger.read(row.path())).isEqualTo(row.csms());
    }
    if (row.got().startsWith("!")) {
      assertThat(charger.write(row.path(), row.set())).isEqualTo(row.got().substring(1));
      return;
    }
    assertThat(charger.write(row.path(), row.set())).isEqualTo("Accepted");
    assertThat(charger.play.asked.getLast().request())
        .isEqualTo(new ChangeConfiguration.Request(spelled(row.key(), version), row.got()));
    assertThat(charger.read(row.path())).isEqualTo(row.set());
  }

  private static String spelled(String key, SoapVersion version) {
    return key.equals("HeartbeatInterval") && version != SoapVersion.V16
        ? "HeartBeatInterval"
        : key;
  }

  private static Optional<String> otherwise(String read, String path) {
    Optional<String> expected =
        OTHERWISE.stream()
            .filter(line -> line.startsWith(path + "="))
            .map(line -> line.substring(path.length() + 1))
            .findFirst();
    return expected.isPresent()
        ? expected
        : Optional.of(read)
            .filter(r -> r.equals("UnknownVariable") || r.equals("UnknownComponent"));
  }
}
