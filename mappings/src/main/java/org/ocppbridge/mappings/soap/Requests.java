package org.ocppbridge.mappings.soap;

import java.math.BigDecimal;
import java.util.List;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.WireName;

/**
 * The rules for what a charger asks, once for all versions: each takes the texts of the fields,
 * null for fields that a version does not have or a charger left out.
 *
 * <p>Transaction messages (Start, Stop, MeterValues) are never refused, whatever they hold: a fault
 * makes the charger repeat them and blocks its queue (1.6 §4.7, §4.8, §4.10, errata 3.18). What is
 * missing is replaced by the value that claims the least, and named. Only a Start or Stop that
 * holds nothing at all is refused: there was no transaction in it that could be lost.
 */
final class Requests {

  /** Stands in for a transaction id that cannot be read; real ids of the bridge are positive. */
  static final int UNKNOWN_TRANSACTION = -1;

  /**
   * Most chargers have one connector, and a transaction cannot be on 0, which is the charger
   * itself.
   */
  static final int ONLY_CONNECTOR = 1;

  /** The main meter: claims nothing of any connector; a transaction id beside it tells more. */
  static final int MAIN_METER = 0;

  private static final String UNKNOWN_NAME = "Unknown";

  private Requests() {}

  static Authorize.Request authorize(FieldReader in, String idTag) {
    return new Authorize.Request(in.mandatoryText("idTag", idTag));
  }

  /** Vendor and model are mandatory; a charger that leaves them out is registered all the same. */
  static BootNotification.Request boot(
      FieldReader in,
      String vendor,
      String model,
      String pointSerial,
      String boxSerial,
      String firmware,
      String iccid,
      String imsi,
      String meterType,
      String meterSerial) {
    return new BootNotification.Request(
        in.text("chargePointVendor", vendor, UNKNOWN_NAME),
        in.text("chargePointModel", model, UNKNOWN_NAME),
        Lexical.text(pointSerial),
        Lexical.text(boxSerial),
        Lexical.text(firmware),
        Lexical.text(iccid),
        Lexical.text(imsi),
        Lexical.text(meterType),
        Lexical.text(meterSerial));
  }

  /** {@code data} is the vendors' own: blanks stay, and empty is not absent. */
  static DataTransfer.Request dataTransfer(
      FieldReader in, String vendorId, String messageId, String data) {
    return new DataTransfer.Request(
        in.mandatoryText("vendorId", vendorId), Lexical.text(messageId), data);
  }

  /**
   * An unknown or missing status leaves {@code status} null: nothing to forward, the charger is
   * answered.
   */
  static DiagnosticsStatusNotification.Request diagnostics(FieldReader in, String status) {
    return new DiagnosticsStatusNotification.Request(known(in, status, Words.DIAGNOSTICS_STATUS));
  }

  /**
   * An unknown or missing status leaves {@code status} null: nothing to forward, the charger is
   * answered.
   */
  static FirmwareStatusNotification.Request firmware(FieldReader in, String status) {
    return new FirmwareStatusNotification.Request(known(in, status, Words.FIRMWARE_STATUS));
  }

  static MeterValues.Request meterValues(
      FieldReader in, String connectorId, String transactionId, List<MeterValue> values) {
    return new MeterValues.Request(
        in.connector(connectorId, MAIN_METER, "the main meter"),
        in.integer("transactionId", transactionId),
        values);
  }

  static StartTransaction.Request start(
      FieldReader in,
      String connectorId,
      String idTag,
      String timestamp,
      String meterStart,
      String reservationId) {
    in.mustHoldSomething(
        "connectorId, idTag, timestamp and meterStart",
        connectorId,
        idTag,
        timestamp,
        meterStart,
        reservationId);
    if (idTag == null) {
      in.defaulted("idTag", null, "an empty one");
    }
    return new StartTransaction.Request(
        in.connector(connectorId, ONLY_CONNECTOR, "the first connector"),
        idTag == null ? "" : Lexical.strip(idTag),
        in.time("timestamp", timestamp),
        in.meter("meterStart", meterStart),
        in.integer("reservationId", reservationId));
  }

  /** An unknown errorCode becomes OtherError and moves to vendorErrorCode, if that is free. */
  static StatusNotification.Request status(
      FieldReader in,
      String connectorId,
      String status,
      String errorCode,
      String info,
      String timestamp,
      String vendorId,
      String vendorErrorCode) {
    ConnectorStatus readStatus = known(in, status, Words.CONNECTOR_STATUS);
    ErrorCode readCode = errorCode(in, errorCode, readStatus);
    String vendorCode = Lexical.text(vendorErrorCode);
    if (vendorCode == null && errorCode != null && Words.ERROR_CODE.find(errorCode) == null) {
      vendorCode = Lexical.text(errorCode);
    }
    return new StatusNotification.Request(
        in.mandatoryConnector(connectorId),
        readCode,
        Lexical.text(info),
        readStatus,
        in.timeIfAny("timestamp", timestamp),
        Lexical.text(vendorId),
        vendorCode);
  }

  static StopTransaction.Request stop(
      FieldReader in,
      String transactionId,
      String idTag,
      String timestamp,
      String meterStop,
      String reason,
      List<MeterValue> transactionData) {
    if (transactionData.isEmpty()) {
      in.mustHoldSomething(
          "transactionId, timestamp and meterStop",
          transactionId,
          idTag,
          timestamp,
          meterStop,
          reason);
    }
    BigDecimal meter = in.meter("meterStop", meterStop);
    return new StopTransaction.Request(
        in.integer("transactionId", transactionId, UNKNOWN_TRANSACTION, "not known"),
        Lexical.text(idTag),
        in.time("timestamp", timestamp),
        meter,
        in.word("reason", reason, Words.STOP_REASON, StopReason.OTHER),
        transactionData);
  }

  private static ErrorCode errorCode(FieldReader in, String raw, ConnectorStatus status) {
    ErrorCode read = in.word("errorCode", raw, Words.ERROR_CODE, ErrorCode.OTHER_ERROR);
    if (read != null) {
      return read;
    }
    // Only a fault without a code says that there is an error.
    ErrorCode assumed =
        status == ConnectorStatus.FAULTED ? ErrorCode.OTHER_ERROR : ErrorCode.NO_ERROR;
    in.defaulted("errorCode", raw, assumed.wire());
    return assumed;
  }

  private static <E extends Enum<E> & WireName> E known(
      FieldReader in, String status, Words<E> words) {
    E read = in.word("status", status, words);
    if (Lexical.text(status) == null) {
      in.dropped("status", "missing: there is nothing to forward");
    }
    return read;
  }
}
