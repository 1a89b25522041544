package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.WireName;

/**
 * GetLog (security extension): GetDiagnostics at the charger; the statuses that follow are told as
 * those of this request (MR B4). The security log is the bridge's.
 */
final class GetLog16 {

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

  private GetLog16() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (request.logType() == LogType.SECURITY_LOG) {
      return Security16.log(request, view);
    }
    Optional<Jobs.Log> before = view.state().jobs().log();
    boolean busy =
        before.filter(j -> j.requestId().isPresent() && j.running(view.now())).isPresent();
    if (busy) {
      return new Step.Done<>(rejected(), List.of(), List.of(), List.of());
    }
    Log log = request.log();
    // Noted before the charger is called: its first status may come before its answer.
    Jobs.Log job = new Jobs.Log(Optional.of(request.requestId()), Optional.empty(), view.now());
    Change notBegun = new CommandChange.LogNotBegun(job, before);
    return new Step.AskCharger<>(
        List.of(new CommandChange.LogJob(job)),
        GetDiagnostics.FROM_CSMS,
        new GetDiagnostics.Request(
            log.remoteLocation(),
            log.oldestTimestamp(),
            log.latestTimestamp(),
            request.retries(),
            request.retryInterval()),
        List.of(),
        (reply, later) -> answer(job, reply, later, notBegun));
  }

  private static CsmsAnswer rejected() {
    return new CsmsAnswer.Result(Json.object().put("status", "Rejected"));
  }

  private static Step<CsmsAnswer> answer(
      Jobs.Log job, ChargerReply<GetDiagnostics.Answer> reply, ChargerView view, Change notBegun) {
    return switch (reply) {
      case ChargerReply.Failed<GetDiagnostics.Answer>(var fault) ->
          new Step.Done<>(
              rejected(),
              List.of(notBegun),
              List.of(),
              List.of(Loss.synthesised("status", fault.getMessage())));
      case ChargerReply.Answered<GetDiagnostics.Answer>(var answer)
          when answer.fileName() == null || answer.fileName().isBlank() ->
          Step.Done.with(rejected(), List.of(notBegun));
      case ChargerReply.Answered<GetDiagnostics.Answer>(var answer) ->
          accepted(job, answer.fileName(), view);
    };
  }

  private static Step<CsmsAnswer> accepted(Jobs.Log job, String fileName, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    ObjectNode payload = Json.object().put("status", "Accepted").put("filename", fileName);
    CsmsAnswer answer =
        new CsmsAnswer.Result(Limits16.TABLE.cut("GetLogResponse", payload, losses));
    if (view.state().version() == SoapVersion.V16) {
      return new Step.Done<>(answer, List.of(), List.of(), losses);
    }
    // 1.2 and 1.5 never say Uploading.
    Jobs.Log uploading =
        new Jobs.Log(job.requestId(), Optional.of(DiagnosticsStatus.UPLOADING), job.at());
    Message told =
        DiagnosticsStatusNotification16.logStatus(DiagnosticsStatus.UPLOADING, job.requestId());
    return new Step.Done<>(
        answer, List.of(new CommandChange.LogJob(uploading)), List.of(told), losses);
  }
}
