package org.ocppbridge.mappings.soap;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
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
import org.ocppbridge.wsdl.cp16.ChangeAvailabilityRequest;
import org.ocppbridge.wsdl.cp16.ChangeConfigurationRequest;
import org.ocppbridge.wsdl.cp16.ClearChargingProfileRequest;
import org.ocppbridge.wsdl.cp16.DataTransferRequest;
import org.ocppbridge.wsdl.cp16.GetCompositeScheduleRequest;
import org.ocppbridge.wsdl.cp16.GetConfigurationRequest;
import org.ocppbridge.wsdl.cp16.GetDiagnosticsRequest;
import org.ocppbridge.wsdl.cp16.RemoteStartTransactionRequest;
import org.ocppbridge.wsdl.cp16.RemoteStopTransactionRequest;
import org.ocppbridge.wsdl.cp16.ReserveNowRequest;
import org.ocppbridge.wsdl.cp16.ResetRequest;
import org.ocppbridge.wsdl.cp16.SendLocalListRequest;
import org.ocppbridge.wsdl.cp16.SetChargingProfileRequest;
import org.ocppbridge.wsdl.cp16.TriggerMessageRequest;
import org.ocppbridge.wsdl.cp16.UnlockConnectorRequest;
import org.ocppbridge.wsdl.cp16.UpdateFirmwareRequest;

/** Commands to 1.6 chargers: the same as the model. */
@Mapper(
    uses = ToText.class,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    unmappedSourcePolicy = ReportingPolicy.ERROR)
interface Commands16 {

  CancelReservationRequest cancelReservation(
      CancelReservation.Request request, @Context Losses losses);

  ChangeAvailabilityRequest changeAvailability(
      ChangeAvailability.Request request, @Context Losses losses);

  ChangeConfigurationRequest changeConfiguration(
      ChangeConfiguration.Request request, @Context Losses losses);

  ClearChargingProfileRequest clearChargingProfile(
      ClearChargingProfile.Request request, @Context Losses losses);

  DataTransferRequest dataTransfer(DataTransfer.Request request, @Context Losses losses);

  GetCompositeScheduleRequest getCompositeSchedule(
      GetCompositeSchedule.Request request, @Context Losses losses);

  GetConfigurationRequest getConfiguration(
      GetConfiguration.Request request, @Context Losses losses);

  GetDiagnosticsRequest getDiagnostics(GetDiagnostics.Request request, @Context Losses losses);

  RemoteStartTransactionRequest remoteStart(
      RemoteStartTransaction.Request request, @Context Losses losses);

  RemoteStopTransactionRequest remoteStop(
      RemoteStopTransaction.Request request, @Context Losses losses);

  ReserveNowRequest reserveNow(ReserveNow.Request request, @Context Losses losses);

  ResetRequest reset(Reset.Request request, @Context Losses losses);

  SendLocalListRequest sendLocalList(SendLocalList.Request request, @Context Losses losses);

  SetChargingProfileRequest setChargingProfile(
      SetChargingProfile.Request request, @Context Losses losses);

  TriggerMessageRequest trigger(TriggerMessage.Request request, @Context Losses losses);

  UnlockConnectorRequest unlock(UnlockConnector.Request request, @Context Losses losses);

  UpdateFirmwareRequest updateFirmware(UpdateFirmware.Request request, @Context Losses losses);
}
