package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.rules.Tags;

/**
 * UnlockConnector: a 1.x charger ends a running transaction for it, 2.0.1 wants it refused then
 * (F05.FR.02): the charger is not asked.
 */
final class UnlockConnector201 {

  private static final String FAILED = "UnlockFailed";

  private static final Command201<UnlockConnector.Request, UnlockConnector.Answer> COMMAND =
      Command201.refusing(UnlockConnector.FROM_CSMS, FAILED);

  private UnlockConnector201() {}

  /** The request (2.0.1 §1.63). */
  record Request(
      @JsonProperty(required = true) Integer evseId,
      @JsonProperty(required = true) Integer connectorId) {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Optional<Integer> connector =
        Evse.connectors(request.evseId(), view).stream()
            .filter(n -> Evse.of(n, view).connectorId() == request.connectorId())
            .findFirst();
    if (connector.isEmpty()) {
      return Answer201.only(Answer201.status("UnknownConnector"));
    }
    return busy(connector.get(), view)
        ? Answer201.only(Answer201.status("OngoingAuthorizedTransaction"))
        : unlock(connector.get(), view);
  }

  /** Whether a transaction runs there that is authorised, or about to be judged. */
  private static boolean busy(int connector, ChargerView view) {
    return view.state()
        .transactions()
        .open()
        .filter(t -> t.openOn(connector))
        .map(Transaction::told)
        .anyMatch(told -> told.isEmpty() || Tags.accepted(told.get()));
  }

  private static Step<CsmsAnswer> unlock(int connector, ChargerView view) {
    ConnectorChange undone =
        new ConnectorChange.Unlocked(
            connector, view.state().connectors().get(connector).unlockedAt());
    return COMMAND.ask(
        new UnlockConnector.Request(connector),
        view,
        List.of(new ConnectorChange.Unlocked(connector, view.now())),
        List.of(undone),
        (answer, later) ->
            switch (answer.status()) {
              case UNLOCKED, UNLOCK_FAILED ->
                  Command201.Ending.plain(Answer201.status(answer.status().wire()));
              case NOT_SUPPORTED ->
                  Command201.Ending.with(
                      Answer201.status(
                          FAILED, Reason.UNSUPPORTED_REQUEST, "the charger cannot unlock"),
                      List.of(undone));
            });
  }
}
