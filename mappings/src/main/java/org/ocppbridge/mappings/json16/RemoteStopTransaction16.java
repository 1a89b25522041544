package org.ocppbridge.mappings.json16;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.StopReason;

/**
 * RemoteStopTransaction: by the charger's number; not while the CSMS has the charger on Pending
 * (1.6 §4.2).
 */
final class RemoteStopTransaction16 {

  private static final RemoteStopTransaction.Answer REJECTED =
      new RemoteStopTransaction.Answer(RemoteStartStopStatus.REJECTED);

  private static final Command16<RemoteStopTransaction.Request, RemoteStopTransaction.Answer>
      COMMAND = Command16.of(RemoteStopTransaction.FROM_CSMS, REJECTED, REJECTED);

  private RemoteStopTransaction16() {}

  static Step<CsmsAnswer> step(RemoteStopTransaction.Request request, ChargerView view) {
    Optional<Transaction> transaction =
        view.state()
            .transactions()
            .ofCsms(request.transactionId().toString())
            .filter(t -> t.phase() != Transaction.Phase.ENDED);
    if (transaction.isEmpty() || view.state().registration().is(RegistrationStatus.PENDING)) {
      return COMMAND.own(REJECTED);
    }
    int id = transaction.get().id();
    // Noted before the charger is called: its StopTransaction may come before its answer.
    Change cause =
        new TransactionChange.Caused(
            id, Optional.of(new Transaction.Cause(StopReason.REMOTE, view.now())));
    Change causedBefore = new TransactionChange.Caused(id, transaction.get().cause());
    return COMMAND.ask(
        new RemoteStopTransaction.Request(id),
        view,
        new Command16.Around<>(
            List.of(cause),
            List.of(),
            (answer, later) ->
                answer.status() == RemoteStartStopStatus.ACCEPTED
                    ? Command16.Ending.plain(answer)
                    : Command16.Ending.with(answer, causedBefore),
            List.of(causedBefore)));
  }
}
