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
import org.ocppbridge.wsdl.cs16.AuthorizeRequest;
import org.ocppbridge.wsdl.cs16.AuthorizeResponse;
import org.ocppbridge.wsdl.cs16.BootNotificationRequest;
import org.ocppbridge.wsdl.cs16.BootNotificationResponse;
import org.ocppbridge.wsdl.cs16.DataTransferRequest;
import org.ocppbridge.wsdl.cs16.DataTransferResponse;
import org.ocppbridge.wsdl.cs16.DiagnosticsStatusNotificationRequest;
import org.ocppbridge.wsdl.cs16.DiagnosticsStatusNotificationResponse;
import org.ocppbridge.wsdl.cs16.FirmwareStatusNotificationRequest;
import org.ocppbridge.wsdl.cs16.FirmwareStatusNotificationResponse;
import org.ocppbridge.wsdl.cs16.HeartbeatRequest;
import org.ocppbridge.wsdl.cs16.HeartbeatResponse;
import org.ocppbridge.wsdl.cs16.MeterValuesRequest;
import org.ocppbridge.wsdl.cs16.MeterValuesResponse;
import org.ocppbridge.wsdl.cs16.StartTransactionRequest;
import org.ocppbridge.wsdl.cs16.StartTransactionResponse;
import org.ocppbridge.wsdl.cs16.StatusNotificationRequest;
import org.ocppbridge.wsdl.cs16.StatusNotificationResponse;
import org.ocppbridge.wsdl.cs16.StopTransactionRequest;
import org.ocppbridge.wsdl.cs16.StopTransactionResponse;

/** What 1.6 chargers ask: the same fields as in the model. */
final class CentralSystem16 {

  private static final Answers16 ANSWERS = new Answers16Impl();

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
                      in,
                      q.getConnectorId(),
                      q.getTransactionId(),
                      meterValues(in, "meterValue", q.getMeterValue())),
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
                      q.getReason(),
                      meterValues(in, "transactionData", q.getTransactionData())),
              ANSWERS::stop));

  private CentralSystem16() {}

  private static List<MeterValue> meterValues(
      FieldReader in, String field, List<org.ocppbridge.wsdl.cs16.MeterValue> values) {
    return in.list(
        field,
        values,
        (inValue, value) ->
            MeterReader.moment(
                inValue,
                value.getTimestamp(),
                "sampledValue",
                inValue.list("sampledValue", value.getSampledValue(), CentralSystem16::sample)));
  }

  private static SampledValue sample(FieldReader in, org.ocppbridge.wsdl.cs16.SampledValue value) {
    return MeterReader.sample(
        in,
        value.getValue(),
        value.getContext(),
        value.getFormat(),
        value.getMeasurand(),
        value.getPhase(),
        value.getLocation(),
        value.getUnit());
  }
}
