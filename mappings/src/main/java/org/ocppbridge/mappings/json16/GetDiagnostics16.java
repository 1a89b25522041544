package org.ocppbridge.mappings.json16;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.GetDiagnostics;

/**
 * GetDiagnostics: passed on. While a GetLog runs there is nothing to upload: what the charger tells
 * could not be told apart.
 */
final class GetDiagnostics16 {

  private static final Command16<GetDiagnostics.Request, GetDiagnostics.Answer> COMMAND =
      Command16.withoutNo(GetDiagnostics.FROM_CSMS);

  private GetDiagnostics16() {}

  static Step<CsmsAnswer> step(GetDiagnostics.Request request, ChargerView view) {
    boolean logRuns =
        view.state()
            .jobs()
            .log()
            .filter(job -> job.requestId().isPresent() && job.running(view.now()))
            .isPresent();
    if (logRuns) {
      return COMMAND.own(new GetDiagnostics.Answer(null));
    }
    // Noted before the charger is called: its first status may come before its answer.
    Jobs.Log job = new Jobs.Log(Optional.empty(), Optional.empty(), view.now());
    Change notBegun = new CommandChange.LogNotBegun(job, view.state().jobs().log());
    return COMMAND.ask(
        request,
        view,
        new Command16.Around<>(
            List.of(new CommandChange.LogJob(job)),
            List.of(),
            (answer, later) -> began(answer, job, notBegun, later),
            List.of(notBegun)));
  }

  private static Command16.Ending<GetDiagnostics.Answer> began(
      GetDiagnostics.Answer answer, Jobs.Log job, Change notBegun, ChargerView view) {
    if (answer.fileName() == null || answer.fileName().isBlank()) {
      return Command16.Ending.with(answer, notBegun);
    }
    boolean quicker = !view.state().jobs().log().equals(Optional.of(job));
    if (view.state().version() == SoapVersion.V16 || quicker) {
      return Command16.Ending.plain(answer);
    }
    // 1.2 and 1.5 never say Uploading; it is untrue once the charger has told the end.
    DiagnosticsStatus uploading = DiagnosticsStatus.UPLOADING;
    Jobs.Log told = new Jobs.Log(Optional.empty(), Optional.of(uploading), job.at());
    return new Command16.Ending<>(
        answer,
        List.of(new CommandChange.LogJob(told)),
        List.of(DiagnosticsStatusNotification16.plain(uploading)),
        List.of());
  }
}
