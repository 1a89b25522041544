package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;

/** GetTransactionStatus: the bridge knows (E14). */
final class GetTransactionStatus201 {

  /**
   * The request.
   *
   * @param transactionId null: the question is whether any message waits (E14)
   */
  record Request(String transactionId) {}

  private GetTransactionStatus201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    ObjectNode answer = Json.object();
    if (request.transactionId() == null) {
      answer.put("messagesInQueue", view.uplink().waits());
      return Answer201.only(new CsmsAnswer.Result(answer));
    }
    Optional<Transaction> transaction = find(request.transactionId(), view);
    answer
        .put("ongoingIndicator", transaction.filter(Transaction::open).isPresent())
        .put("messagesInQueue", transaction.filter(t -> view.uplink().waits(t.id())).isPresent());
    return Answer201.only(new CsmsAnswer.Result(answer));
  }

  /** The transaction behind an id; letter case does not matter in ids (2.0.1 part 2 §3.1). */
  static Optional<Transaction> find(String transactionId, ChargerView view) {
    return view.state().transactions().ofCsms(transactionId.toLowerCase(Locale.ROOT));
  }
}
