package org.ocppbridge.mappings.soap;

import java.util.List;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.wsdl.cs12.AuthorizeRequest;
import org.ocppbridge.wsdl.cs12.AuthorizeResponse;
import org.ocppbridge.wsdl.cs12.BootNotificationRequest;
import org.ocppbridge.wsdl.cs12.BootNotificationResponse;
import org.ocppbridge.wsdl.cs12.DiagnosticsStatusNotificationRequest;
import org.ocppbridge.wsdl.cs12.DiagnosticsStatusNotificationResponse;
import org.ocppbridge.wsdl.cs12.FirmwareStatusNotificationRequest;
import org.ocppbridge.wsdl.cs12.FirmwareStatusNotificationResponse;
import org.ocppbridge.wsdl.cs12.HeartbeatRequest;
import org.ocppbridge.wsdl.cs12.HeartbeatResponse;
import org.ocppbridge.wsdl.cs12.MeterValuesRequest;
import org.ocppbridge.wsdl.cs12.MeterValuesResponse;
import org.ocppbridge.wsdl.cs12.StartTransactionRequest;
import org.ocppbridge.wsdl.cs12.StartTransactionResponse;
import org.ocppbridge.wsdl.cs12.StatusNotificationRequest;
import org.ocppbridge.wsdl.cs12.StatusNotificationResponse;
import org.ocppbridge.wsdl.cs12.StopTransactionRequest;
import org.ocppbridge.wsdl.cs12.StopTransactionResponse;

/**
 * What 1.2 chargers ask. Meter values are bare numbers and name no transaction; no status has a
 * time; no stop a reason.
 */
final class CentralSystem12 {

  private static final Answers12 ANSWERS = new Answers12Impl();

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
                      in, q.getConnectorId(), null, meterValues(in, q.getValues())),
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
                      null),
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
                      null,
                      null,
                      null,
                      null),
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
                      List.of()),
              ANSWERS::stop));

  private CentralSystem12() {}

  /** One number for each moment (1.2 has neither samples nor units). */
  private static List<MeterValue> meterValues(
      FieldReader in, List<org.ocppbridge.wsdl.cs12.MeterValue> values) {
    return in.list(
        "values",
        values,
        (inValue, value) -> {
          SampledValue sample = MeterReader.register(inValue, value.getValue());
          List<SampledValue> samples = sample == null ? List.of() : List.of(sample);
          return MeterReader.moment(inValue, value.getTimestamp(), "value", samples);
        });
  }
}
