package org.ocppbridge.mappings.json201.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The variables of a SOAP charger as a charging station (MR C1, C4). Columns: component, variable
 * ({@code !} before it: required by 2.0.1), instance, data type, unit, access, limits, values,
 * source. Sources:
 *
 * <ul>
 *   <li>{@code key K 15 else RO v}: the charger's key K, which exists since 1.5; chargers without
 *       it have the fixed value v ({@code RW}: one that the bridge keeps), or without {@code else}
 *       no such variable
 *   <li>{@code both K …}: the same, and the bridge keeps to the value
 *   <li>{@code link K}: key K of the bridge's connection to the CSMS
 *   <li>{@code own v}: the bridge's, v until it is set
 *   <li>{@code is v}: never another
 *   <li>{@code made n}: see {@link Derivations}
 *   <li>{@code rotation}, {@code follows}, {@code secret}: see {@link Source}
 * </ul>
 */
final class VariableTable {

  static final String LEGACY = "LegacyConfigCtrlr";

  private static final String CONNECTION =
      """
      OCPPCommCtrlr|!ActiveNetworkProfile||integer||RO|||is 0
      OCPPCommCtrlr|!FileTransferProtocols||MemberList||RO||FTP,FTPS,HTTP,HTTPS,SFTP|made fileTransfer
      OCPPCommCtrlr|HeartbeatInterval||integer|s|RW|1..||key HeartbeatInterval 12
      OCPPCommCtrlr|!MessageAttemptInterval|TransactionEvent|integer|s|RW|0..||link TransactionMessageRetryInterval
      OCPPCommCtrlr|!MessageAttempts|TransactionEvent|integer||RW|1..||link TransactionMessageAttempts
      OCPPCommCtrlr|!MessageTimeout|Default|integer|s|RO|||made callTimeout
      OCPPCommCtrlr|!NetworkConfigurationPriority||SequenceList||RW||0,1|own 0
      OCPPCommCtrlr|!NetworkProfileConnectionAttempts||integer||RW|1..||own 3
      OCPPCommCtrlr|!OfflineThreshold||integer|s|RW|0..||own 300
      OCPPCommCtrlr|QueueAllMessages||boolean||RW|||link QueueAllMessages
      OCPPCommCtrlr|!ResetRetries||integer||RW|0..||both ResetRetries 12 else RW 1
      OCPPCommCtrlr|!RetryBackOffRandomRange||integer|s|RW|0..||link RetryBackOffRandomRange
      OCPPCommCtrlr|!RetryBackOffRepeatTimes||integer||RW|0..16||link RetryBackOffRepeatTimes
      OCPPCommCtrlr|!RetryBackOffWaitMinimum||integer|s|RW|1..||link RetryBackOffWaitMinimum
      OCPPCommCtrlr|!UnlockOnEVSideDisconnect||boolean||RW|||key UnlockConnectorOnEVSideDisconnect 16 else RO false
      OCPPCommCtrlr|!WebSocketPingInterval||integer|s|RW|0..||link WebSocketPingInterval
      DeviceDataCtrlr|!BytesPerMessage|GetReport|integer||RO|||is 16384
      DeviceDataCtrlr|!BytesPerMessage|GetVariables|integer||RO|||is 16384
      DeviceDataCtrlr|!BytesPerMessage|SetVariables|integer||RO|||is 16384
      DeviceDataCtrlr|!ItemsPerMessage|GetReport|integer||RO|||is 50
      DeviceDataCtrlr|!ItemsPerMessage|GetVariables|integer||RO|||is 50
      DeviceDataCtrlr|!ItemsPerMessage|SetVariables|integer||RO|||is 8
      ClockCtrlr|!DateTime||dateTime||RO|||made now
      ClockCtrlr|!TimeSource||SequenceList||RW||Heartbeat|own Heartbeat
      SecurityCtrlr|AdditionalRootCertificateCheck||boolean||RO|||link AdditionalRootCertificateCheck
      SecurityCtrlr|!BasicAuthPassword||string||WO|16..64||secret
      SecurityCtrlr|!CertificateEntries||integer||RO|0..0||is 0
      SecurityCtrlr|!Identity||string||RO|..48||made identity
      SecurityCtrlr|MaxCertificateChainSize||integer||RO|..10000||link CertificateSignedMaxChainSize
      SecurityCtrlr|!OrganizationName||string||RW|..500||link CpoName
      SecurityCtrlr|!SecurityProfile||integer||RO|0..3||link SecurityProfile
      MonitoringCtrlr|ActiveMonitoringBase||OptionList||RO||All,FactoryDefault,HardWiredOnly|made monitoringBase
      MonitoringCtrlr|ActiveMonitoringLevel||integer||RO|0..9||made monitoringLevel
      MonitoringCtrlr|Available||boolean||RO|||is true
      MonitoringCtrlr|!BytesPerMessage|SetVariableMonitoring|integer||RO|||is 16384
      MonitoringCtrlr|BytesPerMessage|ClearVariableMonitoring|integer||RO|||is 16384
      MonitoringCtrlr|Enabled||boolean||RO|||is true
      MonitoringCtrlr|!ItemsPerMessage|SetVariableMonitoring|integer||RO|||is 20
      MonitoringCtrlr|ItemsPerMessage|ClearVariableMonitoring|integer||RO|||is 200
      MonitoringCtrlr|OfflineQueuingSeverity||integer||RW|0..9||own 2
      """;

  private static final String CHARGING =
      """
      AuthCacheCtrlr|Available||boolean||RO|||is true
      AuthCacheCtrlr|Enabled||boolean||RW|||both AuthorizationCacheEnabled 16 else RO true
      AuthCacheCtrlr|LifeTime||integer|s|RW|0..||own @tokenLifetime
      AuthCtrlr|!AuthorizeRemoteStart||boolean||RW|||key AuthorizeRemoteTxRequests 16 else RO true
      AuthCtrlr|!LocalAuthorizeOffline||boolean||RW|||both LocalAuthorizeOffline 16 else RW true
      AuthCtrlr|!LocalPreAuthorize||boolean||RW|||key LocalPreAuthorize 16 else RO false
      AuthCtrlr|MasterPassGroupId||string||RW|..36||own
      AuthCtrlr|OfflineTxForUnknownIdEnabled||boolean||RW|||both AllowOfflineTxForUnknownId 16
      TxCtrlr|!EVConnectionTimeOut||integer|s|RW|0..||key ConnectionTimeOut 12
      TxCtrlr|MaxEnergyOnInvalidId||integer|Wh|RW|0..||key MaxEnergyOnInvalidId 16
      TxCtrlr|!StopTxOnEVSideDisconnect||boolean||RW|||key StopTransactionOnEVSideDisconnect 16 else RO true
      TxCtrlr|!StopTxOnInvalidId||boolean||RW|||both StopTransactionOnInvalidId 16 else RW true
      TxCtrlr|TxBeforeAcceptedEnabled||boolean||RW|||own true
      TxCtrlr|!TxStartPoint||MemberList||RO||PowerPathClosed|is PowerPathClosed
      TxCtrlr|!TxStopPoint||MemberList||RO||EVConnected,Authorized|made txStopPoint
      SampledDataCtrlr|!TxEndedInterval||integer|s|RW|0..||follows MeterValueSampleInterval StopTxnSampledData 15
      SampledDataCtrlr|!TxEndedMeasurands||MemberList||RW||@measurands|key StopTxnSampledData 15 else RO Energy.Active.Import.Register
      SampledDataCtrlr|!TxStartedMeasurands||MemberList||RW||Energy.Active.Import.Register|own Energy.Active.Import.Register
      SampledDataCtrlr|!TxUpdatedInterval||integer|s|RW|0..||key MeterValueSampleInterval 12
      SampledDataCtrlr|!TxUpdatedMeasurands||MemberList||RW||@measurands|key MeterValuesSampledData 15 else RO Energy.Active.Import.Register
      AlignedDataCtrlr|!Interval||integer|s|RW|0..||key ClockAlignedDataInterval 15 else RO 0
      AlignedDataCtrlr|!Measurands||MemberList||RW||@measurands|key MeterValuesAlignedData 15 else RO
      AlignedDataCtrlr|!TxEndedInterval||integer|s|RW|0..||follows ClockAlignedDataInterval StopTxnAlignedData 15
      AlignedDataCtrlr|!TxEndedMeasurands||MemberList||RW||@measurands|key StopTxnAlignedData 15 else RO
      LocalAuthListCtrlr|Available||boolean||RO|||made localListAvailable
      LocalAuthListCtrlr|!BytesPerMessage||integer||RO|||is 262144
      LocalAuthListCtrlr|Enabled||boolean||RW|||key LocalAuthListEnabled 16 else RO true
      LocalAuthListCtrlr|!Entries||integer||RO|0..{LocalAuthListMaxLength}||own 0
      LocalAuthListCtrlr|!ItemsPerMessage||integer||RO|||key SendLocalListMaxLength 16 else RO 50
      ReservationCtrlr|Available||boolean||RO|||made reservationAvailable
      ReservationCtrlr|Enabled||boolean||RO|||is true
      ReservationCtrlr|NonEvseSpecific||boolean||RO|||key ReserveConnectorZeroSupported 16 else RO false
      SmartChargingCtrlr|Available||boolean||RO|||made smartChargingAvailable
      SmartChargingCtrlr|Enabled||boolean||RO|||is true
      SmartChargingCtrlr|!Entries|ChargingProfiles|integer||RO|0..{MaxChargingProfilesInstalled}||made profileCount
      SmartChargingCtrlr|!LimitChangeSignificance||decimal|Percent|RW|0..100||own 10
      SmartChargingCtrlr|!PeriodsPerSchedule||integer||RO|||key ChargingScheduleMaxPeriods 16
      SmartChargingCtrlr|Phases3to1||boolean||RO|||key ConnectorSwitch3to1PhaseSupported 16
      SmartChargingCtrlr|!ProfileStackLevel||integer||RO|||key ChargeProfileMaxStackLevel 16
      SmartChargingCtrlr|!RateUnit||MemberList||RO||A,W|key ChargingScheduleAllowedChargingRateUnit 16
      """;

  private static final String PLACES =
      """
      ChargingStation|!Available||boolean||RO|||is true
      ChargingStation|!AvailabilityState||OptionList||RO||Available,Occupied,Reserved,Unavailable,Faulted|made availabilityState
      ChargingStation|FirmwareVersion||string||RO|..50||made firmwareVersion
      ChargingStation|MinimumStatusDuration||integer|s|RW|0..||key MinimumStatusDuration 16
      ChargingStation|Model||string||RO|..50||made model
      ChargingStation|PhaseRotation||string||RW|..3||rotation
      ChargingStation|SerialNumber||string||RO|..50||made serialNumber
      ChargingStation|!SupplyPhases||integer||RO|0..3||made phases
      ChargingStation|VendorName||string||RO|..50||made vendorName
      EVSE|ACCurrent||decimal|A|RO|||made current
      EVSE|ACVoltage||decimal|V|RO|||made voltage
      EVSE|!Available||boolean||RO|||is true
      EVSE|!AvailabilityState||OptionList||RO||Available,Occupied,Reserved,Unavailable,Faulted|made availabilityState
      EVSE|!Power||decimal|W|RO|0..{@power}||made power
      EVSE|!SupplyPhases||integer||RO|0..3||made phases
      Connector|!Available||boolean||RO|||is true
      Connector|AvailabilityState||OptionList||RO||Available,Occupied,Reserved,Unavailable,Faulted|made availabilityState
      Connector|!ConnectorType||string||RO|..20||made connectorType
      Connector|PhaseRotation||string||RW|..3||rotation
      Connector|!SupplyPhases||integer||RO|0..3||made phases
      FiscalMetering|EnergyImportRegister||decimal|Wh|RO|||made energy
      TemperatureSensor|Temperature||decimal|Celsius|RO|||made temperature
      ConnectedEV|StateOfCharge||decimal|Percent|RO|0..100||made stateOfCharge
      """;

  private static final String LEGACY_KEYS =
      """
      LegacyConfigCtrlr|BlinkRepeat||integer||RW|0..||key BlinkRepeat 12
      LegacyConfigCtrlr|ChargePointId||string||RO|||key ChargePointId 12
      LegacyConfigCtrlr|ConnectorPhaseRotationMaxLength||integer||RO|||key ConnectorPhaseRotationMaxLength 16
      LegacyConfigCtrlr|GetConfigurationMaxKeys||integer||RO|||key GetConfigurationMaxKeys 16
      LegacyConfigCtrlr|LightIntensity||integer|Percent|RW|0..100||key LightIntensity 12
      LegacyConfigCtrlr|MessageTimeout||integer|s|RW|0..||key MessageTimeout 16
      LegacyConfigCtrlr|MeterValuesAlignedDataMaxLength||integer||RO|||key MeterValuesAlignedDataMaxLength 16
      LegacyConfigCtrlr|MeterValuesSampledDataMaxLength||integer||RO|||key MeterValuesSampledDataMaxLength 16
      LegacyConfigCtrlr|ProximityContactRetries||integer||RW|0..||key ProximityContactRetries 12
      LegacyConfigCtrlr|ProximityLockRetries||integer||RW|0..||key ProximityLockRetries 12
      LegacyConfigCtrlr|StopTransactionMaxMeterValues||integer||RO|||key StopTransactionMaxMeterValues 16
      LegacyConfigCtrlr|StopTxnAlignedDataMaxLength||integer||RO|||key StopTxnAlignedDataMaxLength 16
      LegacyConfigCtrlr|StopTxnSampledDataMaxLength||integer||RO|||key StopTxnSampledDataMaxLength 16
      LegacyConfigCtrlr|SupportedFeatureProfiles||string||RO|||key SupportedFeatureProfiles 16
      LegacyConfigCtrlr|SupportedFeatureProfilesMaxLength||integer||RO|||key SupportedFeatureProfilesMaxLength 16
      LegacyConfigCtrlr|TransactionMessageAttempts||integer||RW|0..||key TransactionMessageAttempts 16
      LegacyConfigCtrlr|TransactionMessageRetryInterval||integer|s|RW|0..||key TransactionMessageRetryInterval 16
      """;

  /** All rows. */
  static final List<Definition> ROWS =
      Stream.concat(
              Stream.of(CONNECTION, CHARGING, PLACES, LEGACY_KEYS)
                  .flatMap(String::lines)
                  .map(TableReader::row),
              HardWiredVariables.rows().stream())
          .toList();

  /** Standard keys that are no variable of their own, or stand behind several. */
  private static final List<String> OTHER_KEYS =
      List.of(
          Rotations.KEY,
          "LocalAuthListMaxLength",
          "MaxChargingProfilesInstalled",
          "NumberOfConnectors");

  private static final Map<String, String> STANDARD_KEYS = standardKeys();

  private VariableTable() {}

  private static Map<String, String> standardKeys() {
    Map<String, String> keys = new TreeMap<>();
    Stream.concat(ROWS.stream().flatMap(row -> row.keys().stream()), OTHER_KEYS.stream())
        .forEach(key -> keys.put(key.toLowerCase(Locale.ROOT), key));
    return keys;
  }

  /** A standard key in the spelling of 1.6; empty for any other key. */
  static Optional<String> standardKey(String key) {
    return Optional.ofNullable(STANDARD_KEYS.get(key.strip().toLowerCase(Locale.ROOT)));
  }
}
