package org.ocppbridge.mappings.soap;

import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.wsdl.cp15.CancelReservationRequest;
import org.ocppbridge.wsdl.cp15.ChangeAvailabilityRequest;
import org.ocppbridge.wsdl.cp15.ChangeConfigurationRequest;
import org.ocppbridge.wsdl.cp15.DataTransferRequest;
import org.ocppbridge.wsdl.cp15.GetConfigurationRequest;
import org.ocppbridge.wsdl.cp15.GetDiagnosticsRequest;
import org.ocppbridge.wsdl.cp15.RemoteStartTransactionRequest;
import org.ocppbridge.wsdl.cp15.RemoteStopTransactionRequest;
import org.ocppbridge.wsdl.cp15.ReserveNowRequest;
import org.ocppbridge.wsdl.cp15.ResetRequest;
import org.ocppbridge.wsdl.cp15.SendLocalListRequest;
import org.ocppbridge.wsdl.cp15.UnlockConnectorRequest;
import org.ocppbridge.wsdl.cp15.UpdateFirmwareRequest;

/**
 * Commands to 1.5 chargers. Differences to the model: {@code localAuthorisationList}, its hash, no
 * charging profile.
 */
@Mapper(
    uses = ToText.class,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    unmappedSourcePolicy = ReportingPolicy.ERROR)
interface Commands15 {

  CancelReservationRequest cancelReservation(
      CancelReservation.Request request, @Context Losses losses);

  ChangeAvailabilityRequest changeAvailability(
      ChangeAvailability.Request request, @Context Losses losses);

  ChangeConfigurationRequest changeConfiguration(
      ChangeConfiguration.Request request, @Context Losses losses);

  DataTransferRequest dataTransfer(DataTransfer.Request request, @Context Losses losses);

  GetConfigurationRequest getConfiguration(
      GetConfiguration.Request request, @Context Losses losses);

  GetDiagnosticsRequest getDiagnostics(GetDiagnostics.Request request, @Context Losses losses);

  /** Charging profiles came with 1.6. */
  default RemoteStartTransactionRequest remoteStart(
      RemoteStartTransaction.Request request, Losses losses) {
    if (request.chargingProfile() != null) {
      losses.add(Loss.dropped("chargingProfile", "1.5 has no charging profiles"));
    }
    return remoteStartWithoutProfile(request, losses);
  }

  @BeanMapping(ignoreUnmappedSourceProperties = "chargingProfile")
  RemoteStartTransactionRequest remoteStartWithoutProfile(
      RemoteStartTransaction.Request request, @Context Losses losses);

  RemoteStopTransactionRequest remoteStop(
      RemoteStopTransaction.Request request, @Context Losses losses);

  ReserveNowRequest reserveNow(ReserveNow.Request request, @Context Losses losses);

  ResetRequest reset(Reset.Request request, @Context Losses losses);

  @Mapping(target = "localAuthorisationList", source = "localAuthorizationList")
  @Mapping(target = "hash", ignore = true) // optional, unknown to 1.6, and nobody could check it
  SendLocalListRequest sendLocalList(SendLocalList.Request request, @Context Losses losses);

  UnlockConnectorRequest unlock(UnlockConnector.Request request, @Context Losses losses);

  UpdateFirmwareRequest updateFirmware(UpdateFirmware.Request request, @Context Losses losses);
}
