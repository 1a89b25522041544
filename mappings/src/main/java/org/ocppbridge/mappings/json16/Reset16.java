package org.ocppbridge.mappings.json16;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;

/** Reset: passed on, and remembered, since it explains transactions that stop (MR B3). */
final class Reset16 {

  private static final Reset.Answer REJECTED = new Reset.Answer(ResetStatus.REJECTED);

  private static final Command16<Reset.Request, Reset.Answer> COMMAND =
      Command16.of(Reset.FROM_CSMS, REJECTED, REJECTED);

  private Reset16() {}

  static Step<CsmsAnswer> step(Reset.Request request, ChargerView view) {
    Commands.PendingReset pending = new Commands.PendingReset(request.type(), view.now());
    Change notReset = new CommandChange.ResetPending(view.state().commands().reset());
    return COMMAND.ask(
        request,
        view,
        new Command16.Around<>(
            List.of(new CommandChange.ResetPending(Optional.of(pending))),
            List.of(),
            (answer, later) ->
                answer.status() == ResetStatus.ACCEPTED
                    ? Command16.Ending.plain(answer)
                    : Command16.Ending.with(answer, notReset),
            List.of(notReset)));
  }
}
