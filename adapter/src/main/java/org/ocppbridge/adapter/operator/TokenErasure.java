package org.ocppbridge.adapter.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.console.Operator;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.ledger.ExchangeLedger;
import org.ocppbridge.adapter.ledger.TokenEraser;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.Store.DeadLetter;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes drivers' tokens out of all that is kept for people: the ledger, dead letters, and what was
 * remembered of the CSMS's answers. What waits for the CSMS is left as it is: it has to be told who
 * charged, and then it is gone.
 */
final class TokenErasure {
  private static final Logger LOG = LoggerFactory.getLogger(TokenErasure.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<ExchangeLedger> ledger;
  private final Store store;
  private final ChargerFleet fleet;
  private final Time time;

  TokenErasure(Optional<ExchangeLedger> ledger, Store store, ChargerFleet fleet, Time time) {
    this.ledger = ledger;
    this.store = store;
    this.fleet = fleet;
    this.time = time;
  }

  /** See {@link Operator.Eraser}. */
  Operator.Erased erase(String token) throws IOException {
    TokenEraser eraser = TokenEraser.of(token);
    long letters = 0;
    long chargers = 0;
    for (ChargerId id : List.copyOf(store.chargers())) {
      letters += inTurn(id, () -> store.rewrite(id, letter -> without(letter, eraser)));
      chargers += inTurn(id, () -> forget(id, token.strip())) ? 1 : 0;
    }
    long exchanges = ledger.isPresent() ? ledger.get().erase(token) : 0;
    LOG.info(
        "a driver's token is erased: {} exchanges, {} dead letters, {} chargers",
        exchanges,
        letters,
        chargers);
    return new Operator.Erased(exchanges, letters, chargers);
  }

  /** What the CSMS said of the token, and of those that have it as their parent. */
  private boolean forget(ChargerId id, String token) {
    Charger charger = fleet.charger(id);
    Optional<ChargerState> state =
        charger == null ? store.find(id) : Optional.of(charger.session().state());
    List<Change> changes =
        state.map(ChargerState::tokens).map(Tokens::known).orElse(Map.of()).entrySet().stream()
            .filter(
                known ->
                    known.getKey().equalsIgnoreCase(token)
                        || token.equalsIgnoreCase(known.getValue().info().parentIdTag()))
            .<Change>map(known -> new RegistrationChange.TokenForgotten(known.getKey()))
            .toList();
    if (changes.isEmpty()) {
      return false;
    }
    if (charger == null) {
      var _ = store.note(state.get(), changes, List.of(), time.now());
    } else {
      charger.session().note(changes);
    }
    return true;
  }

  /**
   * Takes out what is too old.
   *
   * @param tokenAge how old a token may get; zero: as old as what it stands in
   */
  void tidy(Duration tokenAge) {
    ledger.ifPresent(ExchangeLedger::tidy);
    if (!tokenAge.isPositive()) {
      return;
    }
    Instant before = time.now().minus(tokenAge);
    TokenEraser eraser = TokenEraser.all();
    UnaryOperator<DeadLetter> old =
        letter -> letter.parkedAt().isBefore(before) ? without(letter, eraser) : letter;
    for (ChargerId id : List.copyOf(store.chargers())) {
      try {
        int _ = inTurn(id, () -> store.rewrite(id, old));
      } catch (BridgeFault.NotStored e) {
        LOG.warn("charger {}: tokens in dead letters are not erased: {}", id, e.getMessage());
      }
    }
  }

  private <T> T inTurn(ChargerId id, Supplier<T> work) {
    Charger charger = fleet.charger(id);
    return charger == null ? work.get() : charger.session().inTurn(work);
  }

  /** The same one if there is nothing to erase. */
  static DeadLetter without(DeadLetter letter, TokenEraser eraser) {
    Message message = letter.queued().message();
    String payload = message.payload().toString();
    String clean = eraser.erased(payload);
    String reason = eraser.erased(letter.reason());
    if (clean.equals(payload) && reason.equals(letter.reason())) {
      return letter;
    }
    Message without =
        new Message(
            message.action(),
            parsed(clean),
            message.delivery(),
            message.key(),
            message.transaction());
    Queued queued = letter.queued();
    return new DeadLetter(
        letter.charger(),
        letter.number(),
        new Queued(queued.seq(), without, queued.at(), queued.attempts(), queued.notBefore()),
        letter.parkedAt(),
        reason);
  }

  private static ObjectNode parsed(String payload) {
    try {
      return (ObjectNode) JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload without its token is no JSON", e);
    }
  }
}
