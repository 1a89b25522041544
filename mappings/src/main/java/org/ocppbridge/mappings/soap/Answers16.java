package org.ocppbridge.mappings.soap;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.wsdl.cs16.AuthorizeResponse;
import org.ocppbridge.wsdl.cs16.BootNotificationResponse;
import org.ocppbridge.wsdl.cs16.DataTransferResponse;
import org.ocppbridge.wsdl.cs16.HeartbeatResponse;
import org.ocppbridge.wsdl.cs16.StartTransactionResponse;
import org.ocppbridge.wsdl.cs16.StopTransactionResponse;

/** Answers to 1.6 chargers: the same as the model. */
@Mapper(
    uses = ToText.class,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    unmappedSourcePolicy = ReportingPolicy.ERROR)
interface Answers16 {

  AuthorizeResponse authorize(Authorize.Answer answer, @Context Losses losses);

  BootNotificationResponse boot(BootNotification.Answer answer, @Context Losses losses);

  DataTransferResponse dataTransfer(DataTransfer.Answer answer, @Context Losses losses);

  HeartbeatResponse heartbeat(Heartbeat.Answer answer, @Context Losses losses);

  StartTransactionResponse start(StartTransaction.Answer answer, @Context Losses losses);

  StopTransactionResponse stop(StopTransaction.Answer answer, @Context Losses losses);
}
