package org.ocppbridge.mappings.soap;

import java.util.List;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.wsdl.cp12.ChangeAvailabilityRequest;
import org.ocppbridge.wsdl.cp12.ChangeAvailabilityResponse;
import org.ocppbridge.wsdl.cp12.ChangeConfigurationRequest;
import org.ocppbridge.wsdl.cp12.ChangeConfigurationResponse;
import org.ocppbridge.wsdl.cp12.ClearCacheRequest;
import org.ocppbridge.wsdl.cp12.ClearCacheResponse;
import org.ocppbridge.wsdl.cp12.GetDiagnosticsRequest;
import org.ocppbridge.wsdl.cp12.GetDiagnosticsResponse;
import org.ocppbridge.wsdl.cp12.RemoteStartTransactionRequest;
import org.ocppbridge.wsdl.cp12.RemoteStartTransactionResponse;
import org.ocppbridge.wsdl.cp12.RemoteStopTransactionRequest;
import org.ocppbridge.wsdl.cp12.RemoteStopTransactionResponse;
import org.ocppbridge.wsdl.cp12.ResetRequest;
import org.ocppbridge.wsdl.cp12.ResetResponse;
import org.ocppbridge.wsdl.cp12.UnlockConnectorRequest;
import org.ocppbridge.wsdl.cp12.UnlockConnectorResponse;
import org.ocppbridge.wsdl.cp12.UpdateFirmwareRequest;
import org.ocppbridge.wsdl.cp12.UpdateFirmwareResponse;

/** What 1.2 chargers are asked. */
final class ChargePoint12 {

  private static final Commands12 COMMANDS = new Commands12Impl();

  static final List<Row.Told<?, ?, ?, ?>> ROWS =
      List.of(
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
              GetDiagnostics.FROM_CSMS,
              GetDiagnosticsRequest.class,
              GetDiagnosticsResponse.class,
              COMMANDS::getDiagnostics,
              (a, in) -> Replies.getDiagnostics(a.getFileName())),
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
              Reset.FROM_CSMS,
              ResetRequest.class,
              ResetResponse.class,
              COMMANDS::reset,
              (a, in) -> Replies.reset(in, a.getStatus())),
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

  private ChargePoint12() {}
}
