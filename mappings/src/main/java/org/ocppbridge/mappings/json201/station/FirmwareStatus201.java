package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;

/**
 * FirmwareStatusNotification with the requestId of the UpdateFirmware it belongs to (L02.FR.14; MR
 * A5). An update that no 2.0.1 CSMS began is told by a security event alone.
 */
final class FirmwareStatus201 {

  static final String ACTION = "FirmwareStatusNotification";

  private static final String IDLE = "Idle";
  private static final FirmwareStatusNotification.Answer OK =
      new FirmwareStatusNotification.Answer();

  private FirmwareStatus201() {}

  static Step<FirmwareStatusNotification.Answer> step(
      FirmwareStatusNotification.Request request, ChargerView view) {
    FirmwareStatus status = request.status();
    if (status == null || status == FirmwareStatus.IDLE) {
      return dropped("is none that 2.0.1 tells unasked");
    }
    Optional<Jobs.Firmware> known = job(view);
    if (known.flatMap(Jobs.Firmware::status).filter(status::equals).isPresent()) {
      return dropped(status.wire() + " was told before");
    }
    Jobs.Firmware job =
        known
            .map(j -> new Jobs.Firmware(j.requestId(), Optional.of(status), j.at()))
            .orElseGet(() -> new Jobs.Firmware(Optional.empty(), Optional.of(status), view.now()));
    List<Message> messages = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    if (job.requestId().isPresent()) {
      messages.add(message(status.wire(), job.requestId()));
    } else {
      losses.add(Loss.dropped("status", status.wire() + " belongs to no UpdateFirmware: not told"));
    }
    if (status == FirmwareStatus.INSTALLED) {
      messages.add(SecurityEvent.FIRMWARE_UPDATED.message("", view));
    }
    List<Change> changes = List.of(new CommandChange.FirmwareJob(job));
    return Told.with(OK, changes, messages, losses);
  }

  private static Step<FirmwareStatusNotification.Answer> dropped(String why) {
    return new Step.Done<>(
        OK, List.of(), List.of(), List.of(Loss.dropped("status", why + ": not told")));
  }

  /** The last update, if it may still go on. */
  private static Optional<Jobs.Firmware> job(ChargerView view) {
    return view.state()
        .jobs()
        .firmware()
        .filter(j -> view.now().isBefore(j.at().plus(Jobs.FIRMWARE_TIMEOUT)));
  }

  /**
   * The message.
   *
   * @param requestId needed for everything but Idle
   */
  static Message message(String status, Optional<Integer> requestId) {
    ObjectNode payload = Json.object().put("status", status);
    requestId.ifPresent(id -> payload.put("requestId", id));
    return Message.bounded(ACTION, payload, "firmware");
  }

  /** What was told last, for a CSMS that asks (L01.FR.26, L02.FR.17). */
  static Message current(ChargerView view) {
    Optional<Jobs.Firmware> job = job(view).filter(j -> j.requestId().isPresent());
    return job.flatMap(FirmwareStatus201::lastTold)
        .map(status -> message(status, job.get().requestId()))
        .orElseGet(() -> message(IDLE, Optional.empty()));
  }

  private static Optional<String> lastTold(Jobs.Firmware job) {
    if (job.status().isEmpty()) {
      return job.scheduled() ? Optional.of(UpdateFirmware201.SCHEDULED) : Optional.empty();
    }
    return job.status()
        .filter(s -> s != FirmwareStatus.INSTALLED && s != FirmwareStatus.IDLE)
        .map(FirmwareStatus::wire);
  }
}
