package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;

/**
 * DiagnosticsStatusNotification as LogStatusNotification with the requestId of the GetLog it
 * belongs to (N01; MR A4). A charger that uploads what nobody asked for has nothing to tell a 2.0.1
 * CSMS.
 */
final class LogStatus201 {

  static final String ACTION = "LogStatusNotification";

  /** Reason of the wake-up after which an upload that says nothing more has failed. */
  static final String TIMEOUT = "log";

  /** Reason of the wake-up that tells of an upload whose charger does not. */
  static final String UPLOADING = "uploading";

  private static final Map<DiagnosticsStatus, String> WORDS =
      new EnumMap<>(
          Map.of(
              DiagnosticsStatus.IDLE, "Idle",
              DiagnosticsStatus.UPLOADING, "Uploading",
              DiagnosticsStatus.UPLOADED, "Uploaded",
              DiagnosticsStatus.UPLOAD_FAILED, "UploadFailure"));

  private static final DiagnosticsStatusNotification.Answer OK =
      new DiagnosticsStatusNotification.Answer();

  private LogStatus201() {}

  static Step<DiagnosticsStatusNotification.Answer> step(
      DiagnosticsStatusNotification.Request request, ChargerView view) {
    DiagnosticsStatus status = request.status();
    if (status == null) {
      return dropped("is none that any version has");
    }
    Optional<Jobs.Log> job = job(view);
    if (status == DiagnosticsStatus.IDLE || job.isEmpty()) {
      return dropped(status.wire() + " belongs to no GetLog");
    }
    Optional<DiagnosticsStatus> told = job.get().status();
    boolean over =
        told.filter(s -> s != DiagnosticsStatus.UPLOADING).isPresent()
            && status == DiagnosticsStatus.UPLOADING;
    if (over || told.filter(status::equals).isPresent()) {
      return dropped(status.wire() + " was told before");
    }
    return Told.with(
        OK, changes(job.get(), status), List.of(message(status, job.get())), List.of());
  }

  private static Step<DiagnosticsStatusNotification.Answer> dropped(String why) {
    return new Step.Done<>(
        OK, List.of(), List.of(), List.of(Loss.dropped("status", why + ": not told")));
  }

  /** The upload that a GetLog asked for and that may still go on. */
  private static Optional<Jobs.Log> job(ChargerView view) {
    return view.state()
        .jobs()
        .log()
        .filter(j -> j.requestId().isPresent())
        .filter(j -> view.now().isBefore(j.at().plus(Jobs.LOG_TIMEOUT)));
  }

  private static List<Change> changes(Jobs.Log job, DiagnosticsStatus status) {
    Change told =
        new CommandChange.LogJob(new Jobs.Log(job.requestId(), Optional.of(status), job.at()));
    return status == DiagnosticsStatus.UPLOADING
        ? List.of(told, new Change.WakeUpOver(UPLOADING))
        : List.of(told, new Change.WakeUpOver(UPLOADING), new Change.WakeUpOver(TIMEOUT));
  }

  /** Who is idle works on no request. */
  static Message message(DiagnosticsStatus status, Jobs.Log job) {
    ObjectNode payload = Json.object().put("status", WORDS.get(status));
    if (status != DiagnosticsStatus.IDLE) {
      job.requestId().ifPresent(id -> payload.put("requestId", id));
    }
    return Message.bounded(ACTION, payload, "log");
  }

  /** What goes on now, for a CSMS that asks. */
  static Message current(ChargerView view) {
    Optional<Jobs.Log> uploading =
        job(view)
            .filter(j -> j.running(view.now()))
            .filter(j -> j.status().filter(DiagnosticsStatus.UPLOADING::equals).isPresent());
    return uploading
        .map(j -> message(DiagnosticsStatus.UPLOADING, j))
        .or(() -> SecurityLog201.current(view))
        .orElseGet(() -> Message.bounded(ACTION, Json.object().put("status", "Idle"), "log"));
  }

  /** A charger took the command some seconds ago and has not said that it uploads. */
  static Step<Void> uploading(String wakeUp, ChargerView view) {
    return ifQuiet(
        wakeUp, job(view).filter(j -> j.status().isEmpty()), DiagnosticsStatus.UPLOADING);
  }

  /** The upload has not come to its end in time (MR B4). */
  static Step<Void> timedOut(String wakeUp, ChargerView view) {
    Optional<Jobs.Log> unfinished =
        view.state()
            .jobs()
            .log()
            .filter(j -> j.requestId().isPresent())
            .filter(j -> j.status().isEmpty() || j.status().get() == DiagnosticsStatus.UPLOADING);
    return ifQuiet(wakeUp, unfinished, DiagnosticsStatus.UPLOAD_FAILED);
  }

  private static Step<Void> ifQuiet(
      String wakeUp, Optional<Jobs.Log> job, DiagnosticsStatus status) {
    Loss made = Loss.synthesised("status", "the charger has not told how its upload goes");
    return job.map(
            j ->
                Told.<Void>with(
                    null, changes(j, status), List.of(message(status, j)), List.of(made)))
        .orElseGet(() -> Step.Done.with(null, List.of(new Change.WakeUpOver(wakeUp))));
  }
}
