package org.ocppbridge.mappings.soap;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.wsdl.cs15.AuthorizeResponse;
import org.ocppbridge.wsdl.cs15.BootNotificationResponse;
import org.ocppbridge.wsdl.cs15.DataTransferResponse;
import org.ocppbridge.wsdl.cs15.HeartbeatResponse;
import org.ocppbridge.wsdl.cs15.StartTransactionResponse;
import org.ocppbridge.wsdl.cs15.StopTransactionResponse;

/** Answers to 1.5 chargers. Differences to the model: {@code heartbeatInterval}, no Pending. */
@Mapper(
    uses = ToText.class,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    unmappedSourcePolicy = ReportingPolicy.ERROR)
interface Answers15 {

  AuthorizeResponse authorize(Authorize.Answer answer, @Context Losses losses);

  @Mapping(target = "heartbeatInterval", source = "interval")
  BootNotificationResponse boot(BootNotification.Answer answer, @Context Losses losses);

  /**
   * Pending came with 1.6; until then a charger that is not accepted asks again after the interval.
   */
  default String status(RegistrationStatus status, @Context Losses losses) {
    if (status != RegistrationStatus.PENDING) {
      return status.wire();
    }
    losses.add(Loss.changed("status", "1.5 cannot say Pending; Rejected was sent"));
    return RegistrationStatus.REJECTED.wire();
  }

  DataTransferResponse dataTransfer(DataTransfer.Answer answer, @Context Losses losses);

  HeartbeatResponse heartbeat(Heartbeat.Answer answer, @Context Losses losses);

  StartTransactionResponse start(StartTransaction.Answer answer, @Context Losses losses);

  StopTransactionResponse stop(StopTransaction.Answer answer, @Context Losses losses);
}
