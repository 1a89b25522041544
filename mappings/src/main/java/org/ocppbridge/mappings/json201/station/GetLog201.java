package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Limits201;
import org.ocppbridge.mappings.json201.base.Protocols;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.WireName;

/**
 * GetLog (N01): GetDiagnostics at the charger; the statuses that follow are told as those of this
 * request (MR B4).
 */
final class GetLog201 {

  /** Which log. */
  enum LogType implements WireName {
    DIAGNOSTICS_LOG("DiagnosticsLog"),
    SECURITY_LOG("SecurityLog");

    private final String wire;

    LogType(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  record Log(
      @JsonProperty(required = true) String remoteLocation,
      Instant oldestTimestamp,
      Instant latestTimestamp) {}

  record Request(
      @JsonProperty(required = true) Log log,
      @JsonProperty(required = true) LogType logType,
      @JsonProperty(required = true) Integer requestId,
      Integer retries,
      Integer retryInterval) {}

  /** After this time the bridge says Uploading for a 1.6 charger that does not. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private static final String REJECTED = "Rejected";

  private GetLog201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Optional<CsmsAnswer> refused = refused(request, view);
    if (refused.isPresent()) {
      return Answer201.only(refused.get());
    }
    Log log = request.log();
    Jobs.Log job = new Jobs.Log(Optional.of(request.requestId()), Optional.empty(), view.now());
    Change notBegun = new CommandChange.LogNotBegun(job, view.state().jobs().log());
    return JobCommand.ask(
        GetDiagnostics.FROM_CSMS,
        new GetDiagnostics.Request(
            log.remoteLocation(),
            log.oldestTimestamp(),
            log.latestTimestamp(),
            request.retries(),
            request.retryInterval()),
        new CommandChange.LogJob(job),
        notBegun,
        List.of(),
        (answer, later) -> answered(answer, job, notBegun, later));
  }

  private static Optional<CsmsAnswer> refused(Request request, ChargerView view) {
    if (request.logType() == LogType.SECURITY_LOG) {
      return Optional.of(
          Answer201.status(
              REJECTED, Reason.UNSUPPORTED_REQUEST, "the bridge uploads no security log"));
    }
    if (!Protocols.usable(request.log().remoteLocation(), view)) {
      return Optional.of(
          Answer201.status(
              REJECTED, Reason.UNSUPPORTED_PARAM, "the charger does not know this protocol"));
    }
    // 1.x cannot cancel an upload, and the next status could not be attributed.
    boolean busy =
        view.state()
            .jobs()
            .log()
            .filter(j -> j.requestId().isPresent() && j.running(view.now()))
            .isPresent();
    return busy ? Optional.of(Answer201.status(REJECTED)) : Optional.empty();
  }

  private static Step<CsmsAnswer> answered(
      GetDiagnostics.Answer answer, Jobs.Log job, Change notBegun, ChargerView view) {
    if (answer.fileName() == null || answer.fileName().isBlank()) {
      return Step.Done.with(Answer201.status(REJECTED), List.of(notBegun));
    }
    List<Loss> losses = new ArrayList<>();
    ObjectNode payload = Json.object().put("status", "Accepted").put("filename", answer.fileName());
    CsmsAnswer accepted =
        new CsmsAnswer.Result(Limits201.TABLE.cut("GetLogResponse", payload, losses));
    Change timeout = new Change.WakeUp(LogStatus201.TIMEOUT, job.at().plus(Jobs.LOG_TIMEOUT));
    if (view.state().version() == SoapVersion.V16) {
      Change soon = new Change.WakeUp(LogStatus201.UPLOADING, view.now().plus(QUIET));
      return new Step.Done<>(accepted, List.of(timeout, soon), List.of(), losses);
    }
    if (!view.state().jobs().log().equals(Optional.of(job))) {
      // The charger was quicker to tell its end.
      return new Step.Done<>(accepted, List.of(), List.of(), losses);
    }
    // 1.2 and 1.5 never say Uploading (N01.FR.08).
    DiagnosticsStatus uploading = DiagnosticsStatus.UPLOADING;
    Jobs.Log told = new Jobs.Log(job.requestId(), Optional.of(uploading), job.at());
    return new Step.Done<>(
        accepted,
        List.of(timeout, new CommandChange.LogJob(told)),
        List.of(LogStatus201.message(uploading, told)),
        losses);
  }
}
