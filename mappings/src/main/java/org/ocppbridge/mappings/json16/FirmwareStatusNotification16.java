package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;

/**
 * FirmwareStatusNotification: the same in 1.6J, or its signed namesake if a SignedUpdateFirmware
 * began the update (MR A5).
 */
final class FirmwareStatusNotification16 {

  static final String ACTION = "FirmwareStatusNotification";
  private static final FirmwareStatusNotification.Answer OK =
      new FirmwareStatusNotification.Answer();

  private FirmwareStatusNotification16() {}

  static Step<FirmwareStatusNotification.Answer> step(
      FirmwareStatusNotification.Request request, ChargerView view) {
    FirmwareStatus status = request.status();
    if (status == null) {
      Loss loss = Loss.dropped("status", "is none that 1.6 has, so it is not forwarded");
      return new Step.Done<>(OK, List.of(), List.of(), List.of(loss));
    }
    Jobs.Firmware job =
        view.state()
            .jobs()
            .firmware()
            .map(j -> new Jobs.Firmware(j.requestId(), Optional.of(status), j.at()))
            .orElseGet(() -> new Jobs.Firmware(Optional.empty(), Optional.of(status), view.now()));
    List<Change> changes =
        List.of(
            new CommandChange.FirmwareJob(job),
            new CommandChange.Triggered(ACTION, Optional.empty()));
    boolean signed =
        job.requestId().isPresent() && view.now().isBefore(job.at().plus(Jobs.FIRMWARE_TIMEOUT));
    Message message = signed ? signed(status, job.requestId()) : plain(status);
    return new Step.Done<>(OK, changes, List.of(message), List.of());
  }

  static Message plain(FirmwareStatus status) {
    return Message.bounded(
        ACTION, Json.tree(new FirmwareStatusNotification.Request(status)), "firmware");
  }

  /** SignedFirmwareStatusNotification; an idle charger works on no request. */
  static Message signed(FirmwareStatus status, Optional<Integer> requestId) {
    ObjectNode payload = Json.object().put("status", status.wire());
    if (status != FirmwareStatus.IDLE) {
      requestId.ifPresent(id -> payload.put("requestId", id));
    }
    return Message.bounded("SignedFirmwareStatusNotification", payload, "firmware");
  }
}
