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
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;

/**
 * DiagnosticsStatusNotification: the same in 1.6J, or LogStatusNotification if a GetLog began the
 * upload (MR A4).
 */
final class DiagnosticsStatusNotification16 {

  static final String ACTION = "DiagnosticsStatusNotification";
  private static final DiagnosticsStatusNotification.Answer OK =
      new DiagnosticsStatusNotification.Answer();

  private DiagnosticsStatusNotification16() {}

  static Step<DiagnosticsStatusNotification.Answer> step(
      DiagnosticsStatusNotification.Request request, ChargerView view) {
    DiagnosticsStatus status = request.status();
    if (status == null) {
      Loss loss = Loss.dropped("status", "is none that 1.6 has, so it is not forwarded");
      return new Step.Done<>(OK, List.of(), List.of(), List.of(loss));
    }
    // One that never came to its end is not the one that is told of now.
    Optional<Jobs.Log> job =
        view.state().jobs().log().filter(j -> view.now().isBefore(j.at().plus(Jobs.LOG_TIMEOUT)));
    boolean repeated =
        status == DiagnosticsStatus.UPLOADING
            && job.flatMap(Jobs.Log::status).filter(status::equals).isPresent()
            && !view.state().commands().expects(ACTION, view.now());
    if (repeated) {
      Loss loss = Loss.dropped("status", "Uploading was told before");
      return new Step.Done<>(OK, List.of(), List.of(), List.of(loss));
    }
    Jobs.Log next =
        job.map(j -> new Jobs.Log(j.requestId(), Optional.of(status), j.at()))
            .orElseGet(() -> new Jobs.Log(Optional.empty(), Optional.of(status), view.now()));
    List<Change> changes =
        List.of(
            new CommandChange.LogJob(next), new CommandChange.Triggered(ACTION, Optional.empty()));
    return new Step.Done<>(OK, changes, List.of(message(status, next)), List.of());
  }

  private static Message message(DiagnosticsStatus status, Jobs.Log job) {
    return job.requestId().isPresent() ? logStatus(status, job.requestId()) : plain(status);
  }

  static Message plain(DiagnosticsStatus status) {
    return Message.bounded(
        ACTION, Json.tree(new DiagnosticsStatusNotification.Request(status)), "diagnostics");
  }

  /** LogStatusNotification; an idle charger works on no request. */
  static Message logStatus(DiagnosticsStatus status, Optional<Integer> requestId) {
    ObjectNode payload = Json.object();
    payload.put(
        "status", status == DiagnosticsStatus.UPLOAD_FAILED ? "UploadFailure" : status.wire());
    if (status != DiagnosticsStatus.IDLE) {
      requestId.ifPresent(id -> payload.put("requestId", id));
    }
    return Message.bounded("LogStatusNotification", payload, "diagnostics");
  }
}
