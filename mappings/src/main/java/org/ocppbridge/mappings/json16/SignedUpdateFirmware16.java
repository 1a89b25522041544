package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.UpdateFirmware;

/**
 * SignedUpdateFirmware (security extension): refused, because a SOAP charger cannot check a
 * signature; by setting it is carried out unchecked, and then never reported as verified (MR B5).
 */
final class SignedUpdateFirmware16 {

  record Firmware(
      @JsonProperty(required = true) String location,
      @JsonProperty(required = true) Instant retrieveDateTime,
      Instant installDateTime,
      @JsonProperty(required = true) String signingCertificate,
      @JsonProperty(required = true) String signature) {}

  record Request(
      Integer retries,
      Integer retryInterval,
      @JsonProperty(required = true) Integer requestId,
      @JsonProperty(required = true) Firmware firmware) {}

  private SignedUpdateFirmware16() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (!usable(request.firmware().signingCertificate(), view.now())) {
      return status("InvalidCertificate");
    }
    boolean busy =
        view.state().jobs().firmware().filter(job -> job.running(view.now())).isPresent();
    return view.policy().acceptUnverifiedSigned() && !busy
        ? carryOut(request, view)
        : status("Rejected");
  }

  private static Step<CsmsAnswer> status(String status) {
    return Step.Done.with(new CsmsAnswer.Result(Json.object().put("status", status)));
  }

  private static boolean usable(String pem, Instant now) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      ((X509Certificate) certificate).checkValidity(Date.from(now));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static Step<CsmsAnswer> carryOut(Request request, ChargerView view) {
    Firmware firmware = request.firmware();
    Instant install = firmware.installDateTime();
    // A charger installs as soon as it has the file.
    Instant when =
        install != null && install.isAfter(firmware.retrieveDateTime())
            ? install
            : firmware.retrieveDateTime();
    Jobs.Firmware job =
        new Jobs.Firmware(Optional.of(request.requestId()), Optional.empty(), view.now());
    Change notBegun = new CommandChange.FirmwareNotBegun(job, view.state().jobs().firmware());
    return new Step.AskCharger<>(
        List.of(new CommandChange.FirmwareJob(job)),
        UpdateFirmware.FROM_CSMS,
        new UpdateFirmware.Request(
            firmware.location(), request.retries(), when, request.retryInterval()),
        List.of(Loss.dropped("firmware.signature", "SOAP chargers cannot check it")),
        (reply, later) -> answer(reply, notBegun));
  }

  private static Step<CsmsAnswer> answer(
      ChargerReply<UpdateFirmware.Answer> reply, Change notBegun) {
    return switch (reply) {
      case ChargerReply.Answered<?> ignored -> status("Accepted");
      case ChargerReply.Failed<UpdateFirmware.Answer>(var fault) ->
          new Step.Done<>(
              new CsmsAnswer.Result(Json.object().put("status", "Rejected")),
              List.of(notBegun),
              List.of(),
              List.of(Loss.synthesised("status", fault.getMessage())));
    };
  }
}
