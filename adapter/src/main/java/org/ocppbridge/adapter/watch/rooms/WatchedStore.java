package org.ocppbridge.adapter.watch.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.watch.Stage;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/** A store whose commits are measured. */
public record WatchedStore(Store store, Watch watch) implements Store {

  private <T> T measured(String what, Supplier<T> commit) {
    Watch.Timing timing = watch.stage(Stage.STORE, what);
    String outcome = WatchedExchange.FAILED;
    try {
      T result = commit.get();
      outcome = "stored";
      return result;
    } catch (BridgeFault.NotStored e) {
      outcome = "not_stored";
      throw e;
    } finally {
      timing.end(outcome);
    }
  }

  @Override
  public Noted note(
      ChargerState before, List<Change> changes, List<Message> messages, Instant now) {
    return measured("note", () -> store.note(before, changes, messages, now));
  }

  @Override
  public Noted delivered(
      ChargerState before, Queued head, List<Change> changes, List<Message> messages, Instant now) {
    return measured("delivered", () -> store.delivered(before, head, changes, messages, now));
  }

  @Override
  public void refused(ChargerId charger, Queued head) {
    measured(
        "refused",
        () -> {
          store.refused(charger, head);
          return head;
        });
  }

  @Override
  public Noted park(
      ChargerState before,
      Queued head,
      String reason,
      List<Change> changes,
      List<Message> messages,
      Instant now) {
    return measured("park", () -> store.park(before, head, reason, changes, messages, now));
  }

  @Override
  public Optional<Queued> retry(ChargerId charger, long number, Instant now) {
    return measured("retry", () -> store.retry(charger, number, now));
  }

  @Override
  public boolean drop(ChargerId charger, long number) {
    return measured("drop", () -> store.drop(charger, number));
  }

  @Override
  public int expire(ChargerId charger, Instant before) {
    return store.expire(charger, before);
  }

  @Override
  public Optional<ChargerState> find(ChargerId charger) {
    return store.find(charger);
  }

  @Override
  public Collection<ChargerId> chargers() {
    return store.chargers();
  }

  @Override
  public List<Queued> kept(ChargerId charger) {
    return store.kept(charger);
  }

  @Override
  public void release(ChargerId charger, long seq) {
    store.release(charger, seq);
  }

  @Override
  public Optional<Queued> head(ChargerId charger) {
    return store.head(charger);
  }

  @Override
  public int depth(ChargerId charger) {
    return store.depth(charger);
  }

  @Override
  public boolean waits(ChargerId charger, int transaction) {
    return store.waits(charger, transaction);
  }

  @Override
  public void forget(ChargerId charger) {
    store.forget(charger);
  }

  @Override
  public DeadLetters deadLetters(ChargerId charger) {
    return store.deadLetters(charger);
  }

  @Override
  public List<DeadLetter> deadLetters(ChargerId charger, long after) {
    return store.deadLetters(charger, after);
  }

  @Override
  public Optional<Instant> lastHeard(ChargerId charger) {
    return store.lastHeard(charger);
  }

  @Override
  public void heard(Map<ChargerId, Instant> lately) {
    store.heard(lately);
  }

  @Override
  public Optional<String> trouble() {
    return store.trouble();
  }

  @Override
  public void close() {
    store.close();
  }
}
