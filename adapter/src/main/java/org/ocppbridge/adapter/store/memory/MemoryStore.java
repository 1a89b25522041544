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

  /** Most dead letters kept of one charger; over it the oldest is forgotten, and counted. */
  public static final int DEAD_LETTERS_MAX = 100;

  private final int outboxMax;

  private final Map<ChargerId, Entry> entries = new ConcurrentHashMap<>();

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
      Written written = entry.written(before, changes, outbox, now);
      return entry.keep(written);
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
  public boolean waits(ChargerId charger, int transaction) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return false;
    }
    Optional<Integer> wanted = Optional.of(transaction);
    synchronized (entry) {
      return entry.outbox.stream()
          .anyMatch(queued -> queued.message().transaction().equals(wanted));
    }
  }

  @Override
  public Noted delivered(
      ChargerState before, Queued head, List<Change> changes, List<Message> outbox, Instant now) {
    return takeHead(before, head, changes, outbox, now, List.of());
  }

  @Override
  public void refused(ChargerId charger, Queued head) {
    Entry entry = entries.get(charger);
    synchronized (entry) {
      entry.checkHead(head);
      entry.outbox.removeFirst();
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
    List<DeadLetter> letter = List.of(new DeadLetter(before.id(), 0, head, now, reason));
    return takeHead(before, head, changes, outbox, now, letter);
  }

  private Noted takeHead(
      ChargerState before,
      Queued head,
      List<Change> changes,
      List<Message> outbox,
      Instant now,
      List<DeadLetter> letters) {
    Entry entry = entry(before);
    synchronized (entry) {
      entry.checkHead(head);
      Written written = entry.written(before, changes, outbox, now);
      entry.outbox.removeFirst();
      letters.forEach(entry::bury);
      return entry.keep(written);
    }
  }

  @Override
  public DeadLetters deadLetters(ChargerId charger) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return DeadLetters.NONE;
    }
    synchronized (entry) {
      return new DeadLetters(List.copyOf(entry.deadLetters), entry.forgotten);
    }
  }

  @Override
  public Optional<Queued> retry(ChargerId charger, long number, Instant now) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return Optional.empty();
    }
    synchronized (entry) {
      Optional<DeadLetter> letter = entry.unbury(number);
      Optional<Queued> queued =
          letter.map(l -> new Queued(entry.lastSeq + 1, l.queued().message(), now, 0, now));
      queued.ifPresent(
          row -> {
            entry.outbox.addLast(row);
            entry.lastSeq = row.seq();
          });
      return queued;
    }
  }

  @Override
  public boolean drop(ChargerId charger, long number) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return false;
    }
    synchronized (entry) {
      return entry.unbury(number).isPresent();
    }
  }

  @Override
  public Optional<Instant> lastHeard(ChargerId charger) {
    return Optional.empty();
  }

  @Override
  public void heard(Map<ChargerId, Instant> lately) {
    // Nothing outlives the process that knows it already.
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing outlives the process.
  }

  private Entry entry(ChargerState before) {
    return entries.computeIfAbsent(before.id(), id -> new Entry(before));
  }

  /** What a write comes to; nothing is kept before all of it is known. */
  private record Written(ChargerState state, List<Queued> appended, List<DeadLetter> letters) {}

  /** What is kept of one charger; its own monitor guards it. */
  private final class Entry {
    private final Deque<Queued> outbox = new ArrayDeque<>();
    private final Deque<DeadLetter> deadLetters = new ArrayDeque<>();
    private volatile ChargerState state;
    private long lastSeq;
    private long lastLetter;
    private long forgotten;

    Entry(ChargerState state) {
      this.state = state;
    }

    /** Everything that can fail happens here. */
    Written written(ChargerState before, List<Change> changes, List<Message> more, Instant now) {
      if (outbox.size() + more.size() > outboxMax && !more.isEmpty()) {
        throw new BridgeFault.NotStored(
            "charger " + before.id() + ": its outbox holds " + outboxMax + " messages already");
      }
      List<Queued> appended = new ArrayList<>(more.size());
      for (Message message : more) {
        appended.add(new Queued(lastSeq + appended.size() + 1, message, now, 0, now));
      }
      return new Written(before.apply(changes), appended, DeadLetter.of(before.id(), changes));
    }

    synchronized boolean isEmpty() {
      return outbox.isEmpty() && deadLetters.isEmpty();
    }

    Noted keep(Written written) {
      state = written.state();
      outbox.addAll(written.appended());
      lastSeq += written.appended().size();
      written.letters().forEach(this::bury);
      return new Noted(state, written.appended());
    }

    void bury(DeadLetter letter) {
      deadLetters.addLast(letter.numbered(++lastLetter));
      if (deadLetters.size() > DEAD_LETTERS_MAX) {
        deadLetters.removeFirst();
        forgotten++;
      }
    }

    Optional<DeadLetter> unbury(long number) {
      Optional<DeadLetter> found =
          deadLetters.stream().filter(letter -> letter.number() == number).findFirst();
      found.ifPresent(deadLetters::remove);
      return found;
    }

    void checkHead(Queued head) {
      Queued first = outbox.peekFirst();
      if (first == null || first.seq() != head.seq()) {
        throw new IllegalStateException(
            "message " + head.seq() + " is not the head of the outbox of " + state.id());
      }
    }
  }
}
