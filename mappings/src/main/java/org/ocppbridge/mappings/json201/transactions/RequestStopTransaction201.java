package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Command201.Ending;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.StopReason;

/** RequestStopTransaction: by the charger's own number (F03). */
final class RequestStopTransaction201 {

  /** The request. */
  record Request(@JsonProperty(required = true) String transactionId) {}

  private static final String REJECTED = "Rejected";

  private static final Command201<RemoteStopTransaction.Request, RemoteStopTransaction.Answer>
      COMMAND = Command201.refusing(RemoteStopTransaction.FROM_CSMS, REJECTED);

  private RequestStopTransaction201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (view.state().registration().is(RegistrationStatus.PENDING)) {
      return Answer201.only(
          Answer201.status(REJECTED, Reason.CS_NOT_ACCEPTED, "not accepted yet (B02.FR.05)"));
    }
    Optional<Transaction> transaction =
        GetTransactionStatus201.find(request.transactionId(), view).filter(Transaction::open);
    return transaction
        .map(t -> stop(t, view))
        .orElseGet(
            () ->
                Answer201.only(
                    Answer201.status(
                        REJECTED, Reason.TX_NOT_FOUND, "no such transaction runs (F03.FR.08)")));
  }

  private static Step<CsmsAnswer> stop(Transaction transaction, ChargerView view) {
    int id = transaction.id();
    // Noted before the charger is called: its StopTransaction may come before its answer.
    Change cause =
        new TransactionChange.Caused(
            id, Optional.of(new Transaction.Cause(StopReason.REMOTE, view.now())));
    Change before = new TransactionChange.Caused(id, transaction.cause());
    return COMMAND.ask(
        new RemoteStopTransaction.Request(id),
        view,
        List.of(cause),
        List.of(before),
        (answer, later) ->
            answer.status() == RemoteStartStopStatus.ACCEPTED
                ? Ending.plain(Answer201.status("Accepted"))
                : Ending.with(Answer201.status(REJECTED), List.of(before)));
  }
}
