package org.ocppbridge.mappings.soap;

import java.util.List;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.wsdl.cs15.AuthorizeRequest;
import org.ocppbridge.wsdl.cs15.AuthorizeResponse;
import org.ocppbridge.wsdl.cs15.BootNotificationRequest;
import org.ocppbridge.wsdl.cs15.BootNotificationResponse;
import org.ocppbridge.wsdl.cs15.DataTransferRequest;
import org.ocppbridge.wsdl.cs15.DataTransferResponse;
import org.ocppbridge.wsdl.cs15.DiagnosticsStatusNotificationRequest;
import org.ocppbridge.wsdl.cs15.DiagnosticsStatusNotificationResponse;
import org.ocppbridge.wsdl.cs15.FirmwareStatusNotificationRequest;
import org.ocppbridge.wsdl.cs15.FirmwareStatusNotificationResponse;
import org.ocppbridge.wsdl.cs15.HeartbeatRequest;
import org.ocppbridge.wsdl.cs15.HeartbeatResponse;
import org.ocppbridge.wsdl.cs15.MeterValuesRequest;
import org.ocppbridge.wsdl.cs15.MeterValuesResponse;
import org.ocppbridge.wsdl.cs15.StartTransactionRequest;
import org.ocppbridge.wsdl.cs15.StartTransactionResponse;
import org.ocppbridge.wsdl.cs15.StatusNotificationRequest;
import org.ocppbridge.wsdl.cs15.StatusNotificationResponse;
import org.ocppbridge.wsdl.cs15.StopTransactionRequest;
import org.ocppbridge.wsdl.cs15.StopTransactionResponse;
import org.ocppbridge.wsdl.cs15.TransactionData;

/** What 1.5 chargers ask. Samples are attributes, a stop wraps them once more and has no reason. */
final class CentralSystem15 {

  private static final Answers15 ANSWERS = new Answers15Impl();

  static final List<Row.Asked<?, ?, ?, ?>> ROWS =
      List.of(
          new Row.Asked<>(
              Authorize.FROM_CHARGER,
              AuthorizeRequest.class,
              AuthorizeResponse.class,
              (q, in) -> Requests.authorize(in, q.getIdTag()),
              ANSWERS::authorize),
          new Row.Asked<>(
              BootNotification.FROM_CHARGER,
              BootNotificationRequest.class,
              BootNotificationResponse.class,
              (q, in) ->
                  Requests.boot(
                      in,
                      q.getChargePointVendor(),
                      q.getChargePointModel(),
                      q.getChargePointSerialNumber(),
                      q.getChargeBoxSerialNumber(),
                      q.getFirmwareVersion(),
                      q.getIccid(),
                      q.getImsi(),
                      q.getMeterType(),
                      q.getMeterSerialNumber()),
              ANSWERS::boot),
          new Row.Asked<>(
              DataTransfer.FROM_CHARGER,
              DataTransferRequest.class,
              DataTransferResponse.class,
              (q, in) -> Requests.dataTransfer(in, q.getVendorId(), q.getMessageId(), q.getData()),
              ANSWERS::dataTransfer),
          new Row.Asked<>(
              DiagnosticsStatusNotification.FROM_CHARGER,
              DiagnosticsStatusNotificationRequest.class,
              DiagnosticsStatusNotificationResponse.class,
              (q, in) -> Requests.diagnostics(in, q.getStatus()),
              (a, losses) -> new DiagnosticsStatusNotificationResponse()),
          new Row.Asked<>(
              FirmwareStatusNotification.FROM_CHARGER,
              FirmwareStatusNotificationRequest.class,
              FirmwareStatusNotificationResponse.class,
              (q, in) -> Requests.firmware(in, q.getStatus()),
              (a, losses) -> new FirmwareStatusNotificationResponse()),
          new Row.Asked<>(
              Heartbeat.FROM_CHARGER,
              HeartbeatRequest.class,
              HeartbeatResponse.class,
              (q, in) -> new Heartbeat.Request(),
              ANSWERS::heartbeat),
          new Row.Asked<>(
              MeterValues.FROM_CHARGER,
              MeterValuesRequest.class,
              MeterValuesResponse.class,
              (q, in) ->
                  Requests.meterValues(
                      in, q.getConnectorId(), q.getTransactionId(), meterValues(in, q.getValues())),
              (a, losses) -> new MeterValuesResponse()),
          new Row.Asked<>(
              StartTransaction.FROM_CHARGER,
              StartTransactionRequest.class,
              StartTransactionResponse.class,
              (q, in) ->
                  Requests.start(
                      in,
                      q.getConnectorId(),
                      q.getIdTag(),
                      q.getTimestamp(),
                      q.getMeterStart(),
                      q.getReservationId()),
              ANSWERS::start),
          new Row.Asked<>(
              StatusNotification.FROM_CHARGER,
              StatusNotificationRequest.class,
              StatusNotificationResponse.class,
              (q, in) ->
                  Requests.status(
                      in,
                      q.getConnectorId(),
                      q.getStatus(),
                      q.getErrorCode(),
                      q.getInfo(),
                      q.getTimestamp(),
                      q.getVendorId(),
                      q.getVendorErrorCode()),
              (a, losses) -> new StatusNotificationResponse()),
          new Row.Asked<>(
              StopTransaction.FROM_CHARGER,
              StopTransactionRequest.class,
              StopTransactionResponse.class,
              (q, in) ->
                  Requests.stop(
                      in,
                      q.getTransactionId(),
                      q.getIdTag(),
                      q.getTimestamp(),
                      q.getMeterStop(),
                      null,
                      transactionData(in, q.getTransactionData())),
              ANSWERS::stop));

  private CentralSystem15() {}

  /** 1.5 wraps the meter values of a stop once more; the model has one flat list. */
  private static List<MeterValue> transactionData(FieldReader in, List<TransactionData> data) {
    return in
        .list("transactionData", data, (inBlock, block) -> meterValues(inBlock, block.getValues()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<MeterValue> meterValues(
      FieldReader in, List<org.ocppbridge.wsdl.cs15.MeterValue> values) {
    return in.list(
        "values",
        values,
        (inValue, value) ->
            MeterReader.moment(
                inValue,
                value.getTimestamp(),
                "value",
                inValue.list("value", value.getValue(), CentralSystem15::sample)));
  }

  /** The attributes of 1.5 are the fields of 1.6, without phase. */
  private static SampledValue sample(
      FieldReader in, org.ocppbridge.wsdl.cs15.MeterValue.Value value) {
    return MeterReader.sample(
        in,
        value.getValue(),
        value.getContext(),
        value.getFormat(),
        value.getMeasurand(),
        null,
        value.getLocation(),
        value.getUnit());
  }
}
