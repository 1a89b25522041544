package org.ocppbridge.mappings.soap;

import java.util.List;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.wsdl.cp15.CancelReservationRequest;
import org.ocppbridge.wsdl.cp15.CancelReservationResponse;
import org.ocppbridge.wsdl.cp15.ChangeAvailabilityRequest;
import org.ocppbridge.wsdl.cp15.ChangeAvailabilityResponse;
import org.ocppbridge.wsdl.cp15.ChangeConfigurationRequest;
import org.ocppbridge.wsdl.cp15.ChangeConfigurationResponse;
import org.ocppbridge.wsdl.cp15.ClearCacheRequest;
import org.ocppbridge.wsdl.cp15.ClearCacheResponse;
import org.ocppbridge.wsdl.cp15.DataTransferRequest;
import org.ocppbridge.wsdl.cp15.DataTransferResponse;
import org.ocppbridge.wsdl.cp15.GetConfigurationRequest;
import org.ocppbridge.wsdl.cp15.GetConfigurationResponse;
import org.ocppbridge.wsdl.cp15.GetDiagnosticsRequest;
import org.ocppbridge.wsdl.cp15.GetDiagnosticsResponse;
import org.ocppbridge.wsdl.cp15.GetLocalListVersionRequest;
import org.ocppbridge.wsdl.cp15.GetLocalListVersionResponse;
import org.ocppbridge.wsdl.cp15.RemoteStartTransactionRequest;
import org.ocppbridge.wsdl.cp15.RemoteStartTransactionResponse;
import org.ocppbridge.wsdl.cp15.RemoteStopTransactionRequest;
import org.ocppbridge.wsdl.cp15.RemoteStopTransactionResponse;
import org.ocppbridge.wsdl.cp15.ReserveNowRequest;
import org.ocppbridge.wsdl.cp15.ReserveNowResponse;
import org.ocppbridge.wsdl.cp15.ResetRequest;
import org.ocppbridge.wsdl.cp15.ResetResponse;
import org.ocppbridge.wsdl.cp15.SendLocalListRequest;
import org.ocppbridge.wsdl.cp15.SendLocalListResponse;
import org.ocppbridge.wsdl.cp15.UnlockConnectorRequest;
import org.ocppbridge.wsdl.cp15.UnlockConnectorResponse;
import org.ocppbridge.wsdl.cp15.UpdateFirmwareRequest;
import org.ocppbridge.wsdl.cp15.UpdateFirmwareResponse;

/** What 1.5 chargers are asked. */
final class ChargePoint15 {

  private static final Commands15 COMMANDS = new Commands15Impl();

  static final List<Row.Told<?, ?, ?, ?>> ROWS =
      List.of(
          new Row.Told<>(
              CancelReservation.FROM_CSMS,
              CancelReservationRequest.class,
              CancelReservationResponse.class,
              COMMANDS::cancelReservation,
              (a, in) -> Replies.cancelReservation(in, a.getStatus())),
          new Row.Told<>(
              ChangeAvailability.FROM_CSMS,
              ChangeAvailabilityRequest.class,
              ChangeAvailabilityResponse.class,
              COMMANDS::changeAvailability,
              (a, in) -> Replies.changeAvailability(in, a.getStatus())),
          new Row.Told<>(
              ChangeConfiguration.FROM_CSMS,
              ChangeConfigurationRequest.class,
              ChangeConfigurationResponse.class,
              COMMANDS::changeConfiguration,
              (a, in) -> Replies.changeConfiguration(in, a.getStatus())),
          new Row.Told<>(
              ClearCache.FROM_CSMS,
              ClearCacheRequest.class,
              ClearCacheResponse.class,
              (q, losses) -> new ClearCacheRequest(),
              (a, in) -> Replies.clearCache(in, a.getStatus())),
          new Row.Told<>(
              DataTransfer.FROM_CSMS,
              DataTransferRequest.class,
              DataTransferResponse.class,
              COMMANDS::dataTransfer,
              (a, in) -> Replies.dataTransfer(in, a.getStatus(), a.getData())),
          new Row.Told<>(
              GetConfiguration.FROM_CSMS,
              GetConfigurationRequest.class,
              GetConfigurationResponse.class,
              COMMANDS::getConfiguration,
              (a, in) ->
                  new GetConfiguration.Answer(
                      keys(in, a.getConfigurationKey()), Replies.names(a.getUnknownKey()))),
          new Row.Told<>(
              GetDiagnostics.FROM_CSMS,
              GetDiagnosticsRequest.class,
              GetDiagnosticsResponse.class,
              COMMANDS::getDiagnostics,
              (a, in) -> Replies.getDiagnostics(a.getFileName())),
          new Row.Told<>(
              GetLocalListVersion.FROM_CSMS,
              GetLocalListVersionRequest.class,
              GetLocalListVersionResponse.class,
              (q, losses) -> new GetLocalListVersionRequest(),
              (a, in) -> Replies.getLocalListVersion(in, a.getListVersion())),
          new Row.Told<>(
              RemoteStartTransaction.FROM_CSMS,
              RemoteStartTransactionRequest.class,
              RemoteStartTransactionResponse.class,
              COMMANDS::remoteStart,
              (a, in) -> Replies.remoteStart(in, a.getStatus())),
          new Row.Told<>(
              RemoteStopTransaction.FROM_CSMS,
              RemoteStopTransactionRequest.class,
              RemoteStopTransactionResponse.class,
              COMMANDS::remoteStop,
              (a, in) -> Replies.remoteStop(in, a.getStatus())),
          new Row.Told<>(
              ReserveNow.FROM_CSMS,
              ReserveNowRequest.class,
              ReserveNowResponse.class,
              COMMANDS::reserveNow,
              (a, in) -> Replies.reserveNow(in, a.getStatus())),
          new Row.Told<>(
              Reset.FROM_CSMS,
              ResetRequest.class,
              ResetResponse.class,
              COMMANDS::reset,
              (a, in) -> Replies.reset(in, a.getStatus())),
          new Row.Told<>(
              SendLocalList.FROM_CSMS,
              SendLocalListRequest.class,
              SendLocalListResponse.class,
              COMMANDS::sendLocalList,
              (a, in) -> Replies.sendLocalList(in, a.getStatus())),
          new Row.Told<>(
              UnlockConnector.FROM_CSMS,
              UnlockConnectorRequest.class,
              UnlockConnectorResponse.class,
              COMMANDS::unlock,
              (a, in) -> Replies.unlock(in, a.getStatus())),
          new Row.Told<>(
              UpdateFirmware.FROM_CSMS,
              UpdateFirmwareRequest.class,
              UpdateFirmwareResponse.class,
              COMMANDS::updateFirmware,
              (a, in) -> new UpdateFirmware.Answer()));

  private ChargePoint15() {}

  private static List<KeyValue> keys(FieldReader in, List<org.ocppbridge.wsdl.cp15.KeyValue> keys) {
    return in.list(
        "configurationKey",
        keys,
        (inKey, key) -> Replies.keyValue(inKey, key.getKey(), key.getReadonly(), key.getValue()));
  }
}
