package org.ocppbridge.mappings.soap;

import java.util.List;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.wsdl.cp16.CancelReservationRequest;
import org.ocppbridge.wsdl.cp16.CancelReservationResponse;
import org.ocppbridge.wsdl.cp16.ChangeAvailabilityRequest;
import org.ocppbridge.wsdl.cp16.ChangeAvailabilityResponse;
import org.ocppbridge.wsdl.cp16.ChangeConfigurationRequest;
import org.ocppbridge.wsdl.cp16.ChangeConfigurationResponse;
import org.ocppbridge.wsdl.cp16.ClearCacheRequest;
import org.ocppbridge.wsdl.cp16.ClearCacheResponse;
import org.ocppbridge.wsdl.cp16.ClearChargingProfileRequest;
import org.ocppbridge.wsdl.cp16.ClearChargingProfileResponse;
import org.ocppbridge.wsdl.cp16.DataTransferRequest;
import org.ocppbridge.wsdl.cp16.DataTransferResponse;
import org.ocppbridge.wsdl.cp16.GetCompositeScheduleRequest;
import org.ocppbridge.wsdl.cp16.GetCompositeScheduleResponse;
import org.ocppbridge.wsdl.cp16.GetConfigurationRequest;
import org.ocppbridge.wsdl.cp16.GetConfigurationResponse;
import org.ocppbridge.wsdl.cp16.GetDiagnosticsRequest;
import org.ocppbridge.wsdl.cp16.GetDiagnosticsResponse;
import org.ocppbridge.wsdl.cp16.GetLocalListVersionRequest;
import org.ocppbridge.wsdl.cp16.GetLocalListVersionResponse;
import org.ocppbridge.wsdl.cp16.RemoteStartTransactionRequest;
import org.ocppbridge.wsdl.cp16.RemoteStartTransactionResponse;
import org.ocppbridge.wsdl.cp16.RemoteStopTransactionRequest;
import org.ocppbridge.wsdl.cp16.RemoteStopTransactionResponse;
import org.ocppbridge.wsdl.cp16.ReserveNowRequest;
import org.ocppbridge.wsdl.cp16.ReserveNowResponse;
import org.ocppbridge.wsdl.cp16.ResetRequest;
import org.ocppbridge.wsdl.cp16.ResetResponse;
import org.ocppbridge.wsdl.cp16.SendLocalListRequest;
import org.ocppbridge.wsdl.cp16.SendLocalListResponse;
import org.ocppbridge.wsdl.cp16.SetChargingProfileRequest;
import org.ocppbridge.wsdl.cp16.SetChargingProfileResponse;
import org.ocppbridge.wsdl.cp16.TriggerMessageRequest;
import org.ocppbridge.wsdl.cp16.TriggerMessageResponse;
import org.ocppbridge.wsdl.cp16.UnlockConnectorRequest;
import org.ocppbridge.wsdl.cp16.UnlockConnectorResponse;
import org.ocppbridge.wsdl.cp16.UpdateFirmwareRequest;
import org.ocppbridge.wsdl.cp16.UpdateFirmwareResponse;

/** What 1.6 chargers are asked. */
final class ChargePoint16 {

  private static final Commands16 COMMANDS = new Commands16Impl();

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
              ClearChargingProfile.FROM_CSMS,
              ClearChargingProfileRequest.class,
              ClearChargingProfileResponse.class,
              COMMANDS::clearChargingProfile,
              (a, in) -> SmartCharging.clearProfile(in, a.getStatus())),
          new Row.Told<>(
              DataTransfer.FROM_CSMS,
              DataTransferRequest.class,
              DataTransferResponse.class,
              COMMANDS::dataTransfer,
              (a, in) -> Replies.dataTransfer(in, a.getStatus(), a.getData())),
          new Row.Told<>(
              GetCompositeSchedule.FROM_CSMS,
              GetCompositeScheduleRequest.class,
              GetCompositeScheduleResponse.class,
              COMMANDS::getCompositeSchedule,
              (a, in) -> SmartCharging.compositeSchedule(in, a)),
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
              SetChargingProfile.FROM_CSMS,
              SetChargingProfileRequest.class,
              SetChargingProfileResponse.class,
              COMMANDS::setChargingProfile,
              (a, in) -> SmartCharging.setProfile(in, a.getStatus())),
          new Row.Told<>(
              TriggerMessage.FROM_CSMS,
              TriggerMessageRequest.class,
              TriggerMessageResponse.class,
              COMMANDS::trigger,
              (a, in) -> Replies.trigger(in, a.getStatus())),
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

  private ChargePoint16() {}

  private static List<KeyValue> keys(FieldReader in, List<org.ocppbridge.wsdl.cp16.KeyValue> keys) {
    return in.list(
        "configurationKey",
        keys,
        (inKey, key) -> Replies.keyValue(inKey, key.getKey(), key.getReadonly(), key.getValue()));
  }
}
