package org.ocppbridge.adapter.store.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/**
 * A store in memory: complete, but forgotten when the process ends. Transaction numbers start from
 * the clock, so that a restart does not give one out twice.
 */
public final class MemoryStore implements Store {

  /** Most messages waiting for one charger by default. */
  public static final int OUTBOX_MAX = 10_000;

  private final int outboxMax;
  private final Map<ChargerId, Entry> entries = new ConcurrentHashMap<>();
  private final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();

  /** With the default limit. */
  public MemoryStore() {
    this(OUTBOX_MAX);
  }

  /**
   * @param outboxMax most messages waiting for one charger; over it nothing more is taken
   */
  public MemoryStore(int outboxMax) {
    this.outboxMax = outboxMax;
  }

  @Override
  public void forget(ChargerId charger) {
    entries.computeIfPresent(charger, (id, entry) -> entry.isEmpty() ? null : entry);
  }

  @Override
  public Optional<ChargerState> find(ChargerId charger) {
    return Optional.ofNullable(entries.get(charger)).map(entry -> entry.state);
  }

  @Override
  public Collection<ChargerId> chargers() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public Noted note(ChargerState before, List<Change> changes, List<Message> outbox, Instant now) {
    Entry entry = entry(before);
    synchronized (entry) {
      return entry.write(before, changes, outbox, now);
    }
  }

  @Override
  public Optional<Queued> head(ChargerId charger) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return Optional.empty();
    }
    synchronized (entry) {
      return Optional.ofNullable(entry.outbox.peekFirst());
    }
  }

  @Override
  public int depth(ChargerId charger) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return 0;
    }
    synchronized (entry) {
      return entry.outbox.size();
    }
  }

  @Override
  public Noted delivered(
      ChargerState before, Queued head, List<Change> changes, List<Message> outbox, Instant now) {
    Entry entry = entry(before);
    synchronized (entry) {
      entry.takeHead(head);
      return entry.write(before, changes, outbox, now);
    }
  }

  @Override
  public void refused(ChargerId charger, Queued head) {
    Entry entry = entries.get(charger);
    synchronized (entry) {
      entry.takeHead(head);
      entry.outbox.addFirst(head);
    }
  }

  @Override
  public Noted park(
      ChargerState before,
      Queued head,
      String reason,
      List<Change> changes,
      List<Message> outbox,
      Instant now) {
    Noted after = delivered(before, head, changes, outbox, now);
    deadLetters.add(new DeadLetter(before.id(), head, now, reason));
    return after;
  }

  @Override
  public List<DeadLetter> deadLetters() {
    return List.copyOf(deadLetters);
  }

  @Override
  public void close() {
    // Nothing outlives the process.
  }

  private Entry entry(ChargerState before) {
    return entries.computeIfAbsent(before.id(), id -> new Entry(before));
  }

  /** What is kept of one charger; its own monitor guards it. */
  private final class Entry {
    private final Deque<Queued> outbox = new ArrayDeque<>();
    private volatile ChargerState state;
    private long lastSeq;

    Entry(ChargerState state) {
      this.state = state;
    }

    Noted write(ChargerState before, List<Change> changes, List<Message> more, Instant now) {
      if (outbox.size() + more.size() > outboxMax) {
        throw new BridgeFault.NotStored(
            "charger " + before.id() + ": its outbox holds " + outboxMax + " messages already");
      }
      state = before.apply(changes);
      List<Queued> appended = new ArrayList<>(more.size());
      for (Message message : more) {
        appended.add(new Queued(++lastSeq, message, now, 0, now));
      }
      outbox.addAll(appended);
      return new Noted(state, appended);
    }

    synchronized boolean isEmpty() {
      return outbox.isEmpty();
    }

    void takeHead(Queued head) {
      Queued first = outbox.pollFirst();
      if (first == null || first.seq() != head.seq()) {
        throw new IllegalStateException(
            "message " + head.seq() + " is not the head of the outbox of " + state.id());
      }
    }
  }
}
