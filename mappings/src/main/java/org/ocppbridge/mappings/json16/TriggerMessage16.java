package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.TriggerMessageStatus;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * TriggerMessage: a 1.6 charger is asked; for others, and for one that does not support it, the
 * bridge makes the message.
 */
final class TriggerMessage16 {

  private static final Command16<TriggerMessage.Request, TriggerMessage.Answer> COMMAND =
      Command16.of(
          TriggerMessage.FROM_CSMS,
          new TriggerMessage.Answer(TriggerMessageStatus.NOT_IMPLEMENTED),
          new TriggerMessage.Answer(TriggerMessageStatus.REJECTED));

  private TriggerMessage16() {}

  static Step<CsmsAnswer> step(TriggerMessage.Request request, ChargerView view) {
    if (!SoapOperations.has(view.state(), TriggerMessage.FROM_CSMS)) {
      return make(request, List.of(), view);
    }
    String action = request.requestedMessage().wire();
    Change notExpected = new CommandChange.Triggered(action, Optional.empty());
    Command16.Around<TriggerMessage.Answer> around =
        new Command16.Around<>(
            List.of(Triggered16.expect(action, view.now())),
            List.of(),
            (answer, later) ->
                answer.status() == TriggerMessageStatus.ACCEPTED
                    ? Command16.Ending.plain(answer)
                    : Command16.Ending.with(answer, notExpected),
            List.of(notExpected));
    return new Step.AskCharger<>(
        around.before(),
        TriggerMessage.FROM_CSMS,
        request,
        List.of(),
        (reply, later) ->
            unsupported(reply)
                ? make(
                    request,
                    List.of(new CommandChange.Unsupported(TriggerMessage.FROM_CSMS.name())),
                    later)
                : COMMAND.after(reply, later, around));
  }

  private static boolean unsupported(ChargerReply<?> reply) {
    return reply instanceof ChargerReply.Failed<?> failed
        && failed.fault().why() == Why.NOT_SUPPORTED;
  }

  private static Step<CsmsAnswer> make(
      TriggerMessage.Request request, List<Change> before, ChargerView view) {
    return answer(
        Triggered16.make(
            request.requestedMessage(), Optional.ofNullable(request.connectorId()), view),
        before);
  }

  /** Accepted, and the messages after it; Rejected if there are none. */
  static Step<CsmsAnswer> answer(Triggered16.Outcome outcome, List<Change> before) {
    TriggerMessageStatus status =
        outcome.rejected() ? TriggerMessageStatus.REJECTED : TriggerMessageStatus.ACCEPTED;
    List<Change> changes = new ArrayList<>(before);
    changes.addAll(outcome.changes());
    return new Step.Done<>(
        new CsmsAnswer.Result(Json.tree(new TriggerMessage.Answer(status))),
        changes,
        outcome.messages(),
        List.of());
  }
}
