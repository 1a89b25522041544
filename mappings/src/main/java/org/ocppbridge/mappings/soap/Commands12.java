package org.ocppbridge.mappings.soap;

import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.wsdl.cp12.ChangeAvailabilityRequest;
import org.ocppbridge.wsdl.cp12.ChangeConfigurationRequest;
import org.ocppbridge.wsdl.cp12.GetDiagnosticsRequest;
import org.ocppbridge.wsdl.cp12.RemoteStartTransactionRequest;
import org.ocppbridge.wsdl.cp12.RemoteStopTransactionRequest;
import org.ocppbridge.wsdl.cp12.ResetRequest;
import org.ocppbridge.wsdl.cp12.UnlockConnectorRequest;
import org.ocppbridge.wsdl.cp12.UpdateFirmwareRequest;

/** Commands to 1.2 chargers. Difference to the model: no charging profile. */
@Mapper(
    uses = ToText.class,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    unmappedSourcePolicy = ReportingPolicy.ERROR)
interface Commands12 {

  ChangeAvailabilityRequest changeAvailability(
      ChangeAvailability.Request request, @Context Losses losses);

  ChangeConfigurationRequest changeConfiguration(
      ChangeConfiguration.Request request, @Context Losses losses);

  GetDiagnosticsRequest getDiagnostics(GetDiagnostics.Request request, @Context Losses losses);

  /** Charging profiles came with 1.6. */
  default RemoteStartTransactionRequest remoteStart(
      RemoteStartTransaction.Request request, Losses losses) {
    if (request.chargingProfile() != null) {
      losses.add(Loss.dropped("chargingProfile", "1.2 has no charging profiles"));
    }
    return remoteStartWithoutProfile(request, losses);
  }

  @BeanMapping(ignoreUnmappedSourceProperties = "chargingProfile")
  RemoteStartTransactionRequest remoteStartWithoutProfile(
      RemoteStartTransaction.Request request, @Context Losses losses);

  RemoteStopTransactionRequest remoteStop(
      RemoteStopTransaction.Request request, @Context Losses losses);

  ResetRequest reset(Reset.Request request, @Context Losses losses);

  UnlockConnectorRequest unlock(UnlockConnector.Request request, @Context Losses losses);

  UpdateFirmwareRequest updateFirmware(UpdateFirmware.Request request, @Context Losses losses);
}
