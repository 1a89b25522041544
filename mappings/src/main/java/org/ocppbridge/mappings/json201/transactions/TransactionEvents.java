package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.EventChange;
import org.ocppbridge.mappings.Events.Progress;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.WireName;

/**
 * Writes the TransactionEvents of one transaction within one step. Each gets the next seqNo, and
 * {@link #planned()} tells where the count stands, for the same write: no gaps (MR D8).
 *
 * <p>Collects; made and used up within one function.
 */
final class TransactionEvents {

  static final String ACTION = "TransactionEvent";

  private final int number;
  private final String transactionId;
  private final ChargerView view;
  private final List<Message> messages = new ArrayList<>();
  private Progress progress;

  private TransactionEvents(int number, String transactionId, Progress begun, ChargerView view) {
    this.number = number;
    this.transactionId = transactionId;
    this.progress = begun;
    this.view = view;
  }

  /** The events of a transaction that begins. */
  static TransactionEvents begin(
      int number, String transactionId, Optional<Integer> remoteStartId, ChargerView view) {
    Progress begun = new Progress(0, Optional.empty(), remoteStartId);
    return new TransactionEvents(number, transactionId, begun, view);
  }

  /**
   * Whether a transaction is running for the CSMS: one that began while the charger had another
   * CSMS is not.
   */
  static boolean runs(Transaction transaction, ChargerView view) {
    return transaction.open() && progress(transaction, view).isPresent();
  }

  private static Optional<Progress> progress(Transaction transaction, ChargerView view) {
    return view.state().station().events().of(transaction.id());
  }

  /**
   * More events of a transaction.
   *
   * @throws java.util.NoSuchElementException if it is not one that {@link #runs}
   */
  static TransactionEvents of(Transaction transaction, ChargerView view) {
    return new TransactionEvents(
        transaction.id(),
        transaction.csmsId().orElseThrow(),
        progress(transaction, view).orElseThrow(),
        view);
  }

  /** Whether this charging state is the one last told. */
  boolean told(ChargingState state) {
    return progress.chargingState().filter(state.wire()::equals).isPresent();
  }

  /** The next event. */
  TransactionEvents add(Event event) {
    messages.add(Message.transaction(ACTION, payload(event), number));
    Optional<String> state = event.state().map(ChargingState::wire);
    progress =
        new Progress(
            progress.nextSeqNo() + 1,
            state.or(() -> progress.chargingState()),
            progress.remoteStartId());
    return this;
  }

  private ObjectNode payload(Event event) {
    ObjectNode payload =
        Json.object()
            .put("eventType", event.type().wire())
            .put("timestamp", Times.write(event.at()))
            .put("triggerReason", event.trigger().wire())
            .put("seqNo", progress.nextSeqNo());
    if (replayed(event.at())) {
      payload.put("offline", true);
    }
    payload.set("transactionInfo", info(event));
    event.evse().ifPresent(evse -> payload.set("evse", evse));
    event.idToken().ifPresent(token -> payload.set("idToken", token));
    event.reservation().ifPresent(id -> payload.put("reservationId", id));
    event.meterValue().ifPresent(values -> payload.set("meterValue", values));
    return payload;
  }

  private ObjectNode info(Event event) {
    ObjectNode info = Json.object().put("transactionId", transactionId);
    event
        .state()
        .filter(state -> always(event) || !told(state))
        .ifPresent(state -> info.put("chargingState", state.wire()));
    event.stopped().ifPresent(reason -> info.put("stoppedReason", reason.wire()));
    if (event.type() == Event.Type.STARTED) {
      progress.remoteStartId().ifPresent(id -> info.put("remoteStartId", id));
    }
    return info;
  }

  /** The end says it again, and so does what the CSMS triggered (MR B6). */
  private static boolean always(Event event) {
    return event.type() == Event.Type.ENDED || event.trigger() == TriggerReason.TRIGGER;
  }

  /** The charging state last told. */
  Optional<ChargingState> state() {
    return progress.chargingState().flatMap(word -> WireName.find(ChargingState.class, word));
  }

  /** A message that old was kept by the charger while it could not reach the bridge (MR D9). */
  private boolean replayed(Instant at) {
    Duration age = Duration.between(at, view.now());
    return age.compareTo(view.policy().ocpp201().staleAfter()) > 0;
  }

  /** The events so far, and how far the count is. */
  Planned planned() {
    return messages.isEmpty()
        ? Planned.NOTHING
        : new Planned(
            List.of(new EventChange.Planned(number, progress)), List.copyOf(messages), List.of());
  }
}
