package org.ocppbridge.mappings.json201.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.rules.StopObligation;
import org.ocppbridge.mappings.rules.Tags;

/**
 * The CSMS's answer to a TransactionEvent, whether or not the charger still waits for it. A refusal
 * that comes after the charger was told Accepted becomes an obligation to stop (C15, E05.FR.10).
 */
final class Delivered201 {

  private Delivered201() {}

  static Step<Void> step(Queued queued, Reply reply, ChargerView view) {
    Message message = queued.message();
    Optional<Transaction> found = message.transaction().flatMap(view.state().transactions()::find);
    if (found.isEmpty()) {
      return Step.Done.with(null);
    }
    Transaction transaction = found.get();
    List<Change> changes = new ArrayList<>();
    if (is(message, Event.Type.STARTED) && !(reply instanceof Reply.Result)) {
      changes.add(new TransactionChange.StartParked(transaction.id()));
    }
    Optional<Verdict> said = Verdict.in(reply, view);
    idTag(transaction, message, view)
        .ifPresent(idTag -> said.ifPresent(v -> changes.addAll(v.remembered(idTag, view))));
    boolean refused =
        said.map(verdict -> verdict.at(evse(transaction, view), view))
            .filter(info -> !Tags.accepted(info))
            .isPresent();
    return refused && !is(message, Event.Type.ENDED) && toldAccepted(transaction, view)
        ? StopObligation.now(transaction.id(), changes, view)
        : Step.Done.with(null, changes);
  }

  /** The idTag that the verdict is about: the one of the start, unless another ended it. */
  private static Optional<String> idTag(
      Transaction transaction, Message message, ChargerView view) {
    String started = transaction.start().idTag();
    IdToken starter = Tokens201.behind(started, view, new ArrayList<>());
    return IdToken.read(message.payload().path("idToken"))
        .map(token -> token.same(starter) ? started : Tokens201.tag(token, view).idTag());
  }

  private static boolean is(Message message, Event.Type type) {
    return message.payload().path("eventType").asText().equals(type.wire());
  }

  private static int evse(Transaction transaction, ChargerView view) {
    return Evse.of(Math.max(1, transaction.start().connectorId()), view).id();
  }

  private static boolean toldAccepted(Transaction transaction, ChargerView view) {
    Optional<IdTagInfo> told = transaction.told();
    return transaction.open()
        && told.filter(Tags::accepted).isPresent()
        && Variables.stopOnInvalidId(view);
  }
}
