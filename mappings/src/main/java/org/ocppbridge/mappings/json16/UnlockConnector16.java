package org.ocppbridge.mappings.json16;

import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UnlockStatus;

/** UnlockConnector: passed on, and remembered, since it ends a running transaction. */
final class UnlockConnector16 {

  private static final Command16<UnlockConnector.Request, UnlockConnector.Answer> COMMAND =
      Command16.of(
          UnlockConnector.FROM_CSMS,
          new UnlockConnector.Answer(UnlockStatus.NOT_SUPPORTED),
          new UnlockConnector.Answer(UnlockStatus.UNLOCK_FAILED));

  private UnlockConnector16() {}

  static Step<CsmsAnswer> step(UnlockConnector.Request request, ChargerView view) {
    int connector = request.connectorId();
    ConnectorChange before = new ConnectorChange.Unlocked(connector, view.now());
    ConnectorChange undone =
        new ConnectorChange.Unlocked(
            connector, view.state().connectors().get(connector).unlockedAt());
    return COMMAND.ask(
        request,
        view,
        new Command16.Around<>(
            List.of(before),
            List.of(),
            (answer, later) ->
                answer.status() == UnlockStatus.NOT_SUPPORTED
                    ? Command16.Ending.with(answer, undone)
                    : Command16.Ending.plain(answer),
            List.of(undone)));
  }
}
