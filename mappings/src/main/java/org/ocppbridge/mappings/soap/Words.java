package org.ocppbridge.mappings.soap;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ClearCacheStatus;
import org.ocppbridge.mappings.model.ClearChargingProfileStatus;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DataTransferStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;
import org.ocppbridge.mappings.model.Location;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.Phase;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.TriggerMessageStatus;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.UnlockStatus;
import org.ocppbridge.mappings.model.UpdateStatus;
import org.ocppbridge.mappings.model.ValueFormat;
import org.ocppbridge.mappings.model.WireName;

/**
 * The words of one enumeration, over all versions: a 1.5 charger that says <em>Charging</em> is
 * understood. Looked up as written first, then without blanks and in one letter case.
 */
final class Words<E extends Enum<E> & WireName> {

  static final Words<ErrorCode> ERROR_CODE = new Words<>(ErrorCode.class, Map.of());
  static final Words<ConnectorStatus> CONNECTOR_STATUS =
      new Words<>(ConnectorStatus.class, Map.of());
  static final Words<DiagnosticsStatus> DIAGNOSTICS_STATUS =
      new Words<>(DiagnosticsStatus.class, Map.of());
  static final Words<FirmwareStatus> FIRMWARE_STATUS = new Words<>(FirmwareStatus.class, Map.of());
  static final Words<StopReason> STOP_REASON = new Words<>(StopReason.class, Map.of());

  static final Words<ReadingContext> CONTEXT = new Words<>(ReadingContext.class, Map.of());
  static final Words<ValueFormat> FORMAT = new Words<>(ValueFormat.class, Map.of());
  static final Words<Measurand> MEASURAND = new Words<>(Measurand.class, Map.of());
  static final Words<Phase> PHASE = new Words<>(Phase.class, Map.of());
  static final Words<Location> LOCATION = new Words<>(Location.class, Map.of());

  /** 1.5 writes Amp and Volt; the JSON contract's Celcius has found its way into SOAP chargers. */
  static final Words<UnitOfMeasure> UNIT =
      new Words<>(
          UnitOfMeasure.class,
          Map.of(
              "Amp", UnitOfMeasure.AMPERE,
              "Volt", UnitOfMeasure.VOLT,
              "Celcius", UnitOfMeasure.CELSIUS));

  static final Words<AvailabilityStatus> AVAILABILITY_STATUS =
      new Words<>(AvailabilityStatus.class, Map.of());
  static final Words<CancelReservationStatus> CANCEL_RESERVATION_STATUS =
      new Words<>(CancelReservationStatus.class, Map.of());
  static final Words<ChargingProfileStatus> CHARGING_PROFILE_STATUS =
      new Words<>(ChargingProfileStatus.class, Map.of());
  static final Words<ClearCacheStatus> CLEAR_CACHE_STATUS =
      new Words<>(ClearCacheStatus.class, Map.of());
  static final Words<ClearChargingProfileStatus> CLEAR_CHARGING_PROFILE_STATUS =
      new Words<>(ClearChargingProfileStatus.class, Map.of());
  static final Words<ConfigurationStatus> CONFIGURATION_STATUS =
      new Words<>(ConfigurationStatus.class, Map.of());
  static final Words<DataTransferStatus> DATA_TRANSFER_STATUS =
      new Words<>(DataTransferStatus.class, Map.of());
  static final Words<GetCompositeScheduleStatus> COMPOSITE_SCHEDULE_STATUS =
      new Words<>(GetCompositeScheduleStatus.class, Map.of());
  static final Words<ChargingRateUnit> RATE_UNIT = new Words<>(ChargingRateUnit.class, Map.of());
  static final Words<RemoteStartStopStatus> REMOTE_STATUS =
      new Words<>(RemoteStartStopStatus.class, Map.of());
  static final Words<ReservationStatus> RESERVATION_STATUS =
      new Words<>(ReservationStatus.class, Map.of());
  static final Words<ResetStatus> RESET_STATUS = new Words<>(ResetStatus.class, Map.of());
  static final Words<TriggerMessageStatus> TRIGGER_STATUS =
      new Words<>(TriggerMessageStatus.class, Map.of());

  /** Before 1.6 an unlock is Accepted or Rejected (catalogue of differences: 1.6 appendix A.1). */
  static final Words<UnlockStatus> UNLOCK_STATUS =
      new Words<>(
          UnlockStatus.class,
          Map.of("Accepted", UnlockStatus.UNLOCKED, "Rejected", UnlockStatus.UNLOCK_FAILED));

  /** HashError of 1.5: the list was not taken, which 1.6 calls Failed. */
  static final Words<UpdateStatus> UPDATE_STATUS =
      new Words<>(UpdateStatus.class, Map.of("HashError", UpdateStatus.FAILED));

  private final Map<String, E> byWord = new HashMap<>();

  private Words(Class<E> type, Map<String, E> aliases) {
    for (E value : type.getEnumConstants()) {
      put(value.wire(), value);
    }
    aliases.forEach(this::put);
  }

  private void put(String word, E value) {
    byWord.put(word, value);
    byWord.put(word.toLowerCase(Locale.ROOT), value);
  }

  /** The value of a word; null if there is none. */
  E find(String raw) {
    E exact = byWord.get(raw);
    return exact != null ? exact : byWord.get(Lexical.strip(raw).toLowerCase(Locale.ROOT));
  }
}
