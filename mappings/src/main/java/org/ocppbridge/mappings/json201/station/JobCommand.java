package org.ocppbridge.mappings.json201.station;

import java.util.List;
import java.util.function.BiFunction;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.Operation;

/**
 * Commands that begin something at the charger whose statuses follow. The job is noted before the
 * charger is called, because its first status may come before its answer; it is taken back if the
 * CSMS is told Rejected, since then no status may follow.
 */
final class JobCommand {

  private JobCommand() {}

  static <Q, A> Step<CsmsAnswer> ask(
      Operation<Q, A> operation,
      Q request,
      Change begun,
      List<Loss> losses,
      ChargerView view,
      BiFunction<A, ChargerView, Step<CsmsAnswer>> answered) {
    Change notBegun = notBegun(view);
    return new Step.AskCharger<>(
        List.of(begun),
        operation,
        request,
        losses,
        (reply, later) ->
            switch (reply) {
              case ChargerReply.Answered<A>(A answer) -> answered.apply(answer, later);
              case ChargerReply.Failed<A>(ChargerFailed fault) -> failed(fault, notBegun);
            });
  }

  /** The jobs as they are now, to come back to. */
  static Change notBegun(ChargerView view) {
    return new CommandChange.JobsRestored(view.state().jobs());
  }

  private static Step<CsmsAnswer> failed(ChargerFailed fault, Change notBegun) {
    return new Step.Done<>(
        Answer201.status("Rejected", Reason.INTERNAL_ERROR, fault.getMessage()),
        List.of(notBegun),
        List.of(),
        List.of(Loss.synthesised("status", fault.getMessage())));
  }
}
