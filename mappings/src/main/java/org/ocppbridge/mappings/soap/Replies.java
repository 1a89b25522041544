package org.ocppbridge.mappings.soap;

import java.util.List;
import java.util.Objects;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearCacheStatus;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DataTransferStatus;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.TriggerMessageStatus;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UnlockStatus;
import org.ocppbridge.mappings.model.UpdateStatus;

/**
 * The rules for what a charger answers, once for all versions that have the operation. A status
 * that nobody knows becomes the negative one: only a known word says that the charger did as it was
 * told.
 */
final class Replies {

  private Replies() {}

  static CancelReservation.Answer cancelReservation(FieldReader in, String status) {
    return new CancelReservation.Answer(
        in.status(status, Words.CANCEL_RESERVATION_STATUS, CancelReservationStatus.REJECTED));
  }

  static ChangeAvailability.Answer changeAvailability(FieldReader in, String status) {
    return new ChangeAvailability.Answer(
        in.status(status, Words.AVAILABILITY_STATUS, AvailabilityStatus.REJECTED));
  }

  static ChangeConfiguration.Answer changeConfiguration(FieldReader in, String status) {
    return new ChangeConfiguration.Answer(
        in.status(status, Words.CONFIGURATION_STATUS, ConfigurationStatus.REJECTED));
  }

  static ClearCache.Answer clearCache(FieldReader in, String status) {
    return new ClearCache.Answer(
        in.status(status, Words.CLEAR_CACHE_STATUS, ClearCacheStatus.REJECTED));
  }

  static DataTransfer.Answer dataTransfer(FieldReader in, String status, String data) {
    return new DataTransfer.Answer(
        in.status(status, Words.DATA_TRANSFER_STATUS, DataTransferStatus.REJECTED), data);
  }

  static GetDiagnostics.Answer getDiagnostics(String fileName) {
    return new GetDiagnostics.Answer(Lexical.text(fileName));
  }

  static GetLocalListVersion.Answer getLocalListVersion(FieldReader in, String listVersion) {
    return new GetLocalListVersion.Answer(in.mandatoryInteger("listVersion", listVersion));
  }

  static RemoteStartTransaction.Answer remoteStart(FieldReader in, String status) {
    return new RemoteStartTransaction.Answer(
        in.status(status, Words.REMOTE_STATUS, RemoteStartStopStatus.REJECTED));
  }

  static RemoteStopTransaction.Answer remoteStop(FieldReader in, String status) {
    return new RemoteStopTransaction.Answer(
        in.status(status, Words.REMOTE_STATUS, RemoteStartStopStatus.REJECTED));
  }

  static ReserveNow.Answer reserveNow(FieldReader in, String status) {
    return new ReserveNow.Answer(
        in.status(status, Words.RESERVATION_STATUS, ReservationStatus.REJECTED));
  }

  static Reset.Answer reset(FieldReader in, String status) {
    return new Reset.Answer(in.status(status, Words.RESET_STATUS, ResetStatus.REJECTED));
  }

  static SendLocalList.Answer sendLocalList(FieldReader in, String status) {
    return new SendLocalList.Answer(in.status(status, Words.UPDATE_STATUS, UpdateStatus.FAILED));
  }

  static TriggerMessage.Answer trigger(FieldReader in, String status) {
    return new TriggerMessage.Answer(
        in.status(status, Words.TRIGGER_STATUS, TriggerMessageStatus.REJECTED));
  }

  static UnlockConnector.Answer unlock(FieldReader in, String status) {
    return new UnlockConnector.Answer(
        in.status(status, Words.UNLOCK_STATUS, UnlockStatus.UNLOCK_FAILED));
  }

  /**
   * A configuration key; its value is taken as it is, because blanks and emptiness are values too.
   * Null, named as lost, without a name.
   */
  static KeyValue keyValue(FieldReader in, String key, String readonly, String value) {
    String name = Lexical.text(key);
    if (name == null) {
      in.dropped("key", "missing: a value without a key says nothing");
      return null;
    }
    return new KeyValue(name, in.bool("readonly", readonly, false), value);
  }

  /** Names of keys, without empty ones. */
  static List<String> names(List<String> raw) {
    return raw.stream().map(Lexical::text).filter(Objects::nonNull).toList();
  }
}
