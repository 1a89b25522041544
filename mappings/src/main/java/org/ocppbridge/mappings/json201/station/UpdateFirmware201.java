package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Protocols;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.mappings.rules.SigningCertificate;

/**
 * UpdateFirmware (L02). Signed firmware (L01) is refused, because a SOAP charger cannot check a
 * signature; by setting it is carried out unchecked, and then never reported as verified (MR B5).
 */
final class UpdateFirmware201 {

  /** What is told of an update that begins later. */
  static final String SCHEDULED = "DownloadScheduled";

  record Firmware(
      @JsonProperty(required = true) String location,
      @JsonProperty(required = true) Instant retrieveDateTime,
      Instant installDateTime,
      String signingCertificate,
      String signature) {

    boolean signed() {
      return signingCertificate != null || signature != null;
    }

    /** A charger installs as soon as it has the file. */
    Instant when() {
      boolean installLater = installDateTime != null && installDateTime.isAfter(retrieveDateTime);
      return installLater ? installDateTime : retrieveDateTime;
    }
  }

  record Request(
      Integer retries,
      Integer retryInterval,
      @JsonProperty(required = true) Integer requestId,
      @JsonProperty(required = true) Firmware firmware) {}

  private static final String REJECTED = "Rejected";

  private UpdateFirmware201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Firmware firmware = request.firmware();
    if (firmware.signed() && !certified(firmware, view)) {
      return invalidCertificate(view);
    }
    if (firmware.signed() && !view.policy().acceptUnverifiedSigned()) {
      return refused(Reason.UNSUPPORTED_PARAM, "the charger cannot check a signature");
    }
    if (!Protocols.usable(firmware.location(), view)) {
      return refused(Reason.UNSUPPORTED_PARAM, "the charger does not know this protocol");
    }
    boolean busy =
        view.state().jobs().firmware().filter(job -> job.running(view.now())).isPresent();
    return busy
        ? refused(Reason.FW_UPDATE_IN_PROGRESS, "an update is under way")
        : carryOut(request, view);
  }

  private static boolean certified(Firmware firmware, ChargerView view) {
    return firmware.signingCertificate() != null
        && SigningCertificate.usable(firmware.signingCertificate(), view.now());
  }

  /** L01.FR.02. */
  private static Step<CsmsAnswer> invalidCertificate(ChargerView view) {
    Message event = SecurityEvent.INVALID_FIRMWARE_SIGNING_CERTIFICATE.message("", view);
    return new Step.Done<>(
        Answer201.status("InvalidCertificate"), List.of(), List.of(event), List.of());
  }

  private static Step<CsmsAnswer> refused(Reason reason, String why) {
    return Answer201.only(Answer201.status(REJECTED, reason, why));
  }

  private static Step<CsmsAnswer> carryOut(Request request, ChargerView view) {
    Firmware firmware = request.firmware();
    boolean later = firmware.when().isAfter(view.now());
    Jobs.Firmware job =
        new Jobs.Firmware(Optional.of(request.requestId()), Optional.empty(), view.now(), later);
    List<Loss> losses =
        firmware.signed()
            ? List.of(Loss.dropped("firmware.signature", "SOAP chargers cannot check it"))
            : List.of();
    return JobCommand.ask(
        UpdateFirmware.FROM_CSMS,
        new UpdateFirmware.Request(
            firmware.location(), request.retries(), firmware.when(), request.retryInterval()),
        new CommandChange.FirmwareJob(job),
        new CommandChange.FirmwareNotBegun(job, view.state().jobs().firmware()),
        losses,
        (answer, after) -> accepted(request, later, after));
  }

  private static Step<CsmsAnswer> accepted(Request request, boolean later, ChargerView view) {
    // L02.FR.07; unless the charger has already told more.
    boolean scheduled =
        later && view.state().jobs().firmware().filter(j -> j.status().isEmpty()).isPresent();
    Message message = FirmwareStatus201.message(SCHEDULED, Optional.of(request.requestId()));
    return new Step.Done<>(
        Answer201.status("Accepted"),
        List.of(),
        scheduled ? List.of(message) : List.of(),
        List.of());
  }
}
