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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Queued;

/**
 * A store in memory: complete, but forgotten when the process ends. Transaction numbers start from
 * the clock, so that a restart does not give one out twice.
 */
public final class MemoryStore implements Store {

  /** Most messages waiting for one charger by default. */
  public static final int OUTBOX_MAX = 10_000;

  /** Most dead letters kept of one charger; over it the oldest is forgotten, and counted. */
  public static final int DEAD_LETTERS_MAX = LETTERS_PAGE;

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
  public Noted note(
      ChargerState before, List<Change> changes, List<Message> messages, Instant now) {
    Entry entry = entry(before);
    synchronized (entry) {
      Written written = entry.written(before, changes, messages, now);
      return entry.keep(written);
    }
  }

  @Override
  public List<Queued> kept(ChargerId charger) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return List.of();
    }
    synchronized (entry) {
      return List.copyOf(entry.kept);
    }
  }

  @Override
  public void release(ChargerId charger, long seq) {
    Entry entry = entries.get(charger);
    if (entry != null) {
      synchronized (entry) {
        entry.kept.removeIf(queued -> queued.seq() == seq);
      }
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
      ChargerState before, Queued head, List<Change> changes, List<Message> messages, Instant now) {
    return takeHead(before, head, changes, messages, now, List.of());
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
      List<Message> messages,
      Instant now) {
    List<DeadLetter> letter = List.of(new DeadLetter(before.id(), 0, head, now, reason));
    return takeHead(before, head, changes, messages, now, letter);
  }

  private Noted takeHead(
      ChargerState before,
      Queued head,
      List<Change> changes,
      List<Message> messages,
      Instant now,
      List<DeadLetter> letters) {
    Entry entry = entry(before);
    synchronized (entry) {
      entry.checkHead(head);
      Written written = entry.written(before, changes, messages, now);
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
      return new DeadLetters(List.copyOf(entry.deadLetters), 0, entry.lettersDropped);
    }
  }

  @Override
  public List<DeadLetter> deadLetters(ChargerId charger, long after) {
    return deadLetters(charger).kept().stream().filter(l -> l.number() > after).toList();
  }

  @Override
  public int expire(ChargerId charger, Instant before) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return 0;
    }
    synchronized (entry) {
      int was = entry.deadLetters.size();
      entry.deadLetters.removeIf(letter -> letter.parkedAt().isBefore(before));
      int dropped = was - entry.deadLetters.size();
      entry.lettersDropped += dropped;
      return dropped;
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
  public int rewrite(ChargerId charger, UnaryOperator<DeadLetter> change) {
    Entry entry = entries.get(charger);
    if (entry == null) {
      return 0;
    }
    synchronized (entry) {
      List<DeadLetter> before = List.copyOf(entry.deadLetters);
      List<DeadLetter> after = before.stream().map(change).toList();
      entry.deadLetters.clear();
      entry.deadLetters.addAll(after);
      return (int)
          IntStream.range(0, before.size())
              .filter(i -> !before.get(i).equals(after.get(i)))
              .count();
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
  private record Written(ChargerState state, List<Queued> placed, List<DeadLetter> letters) {}

  /** What is kept of one charger; its own monitor guards it. */
  private final class Entry {
    private final Deque<Queued> outbox = new ArrayDeque<>();
    private final List<Queued> kept = new ArrayList<>();
    private final Deque<DeadLetter> deadLetters = new ArrayDeque<>();
    private volatile ChargerState state;
    private long lastSeq;
    private long lastLetter;
    private long lettersDropped;

    Entry(ChargerState state) {
      this.state = state;
    }

    /** Everything that can fail happens here. */
    Written written(ChargerState before, List<Change> changes, List<Message> more, Instant now) {
      long inOutbox = more.stream().filter(Entry::belongsInOutbox).count();
      if (outbox.size() + inOutbox > outboxMax && inOutbox > 0) {
        throw new BridgeFault.NotStored(
            "charger " + before.id() + ": its outbox holds " + outboxMax + " messages already");
      }
      List<Queued> placed = new ArrayList<>(more.size());
      for (Message message : more) {
        placed.add(new Queued(lastSeq + placed.size() + 1, message, now, 0, now));
      }
      return new Written(before.apply(changes), placed, DeadLetter.of(before.id(), changes));
    }

    private static boolean belongsInOutbox(Message message) {
      return message.delivery() == Delivery.TRANSACTION;
    }

    synchronized boolean isEmpty() {
      return outbox.isEmpty() && deadLetters.isEmpty();
    }

    Noted keep(Written written) {
      state = written.state();
      for (Queued queued : written.placed()) {
        if (belongsInOutbox(queued.message())) {
          outbox.addLast(queued);
        } else {
          keep(queued);
        }
      }
      lastSeq += written.placed().size();
      written.letters().forEach(this::bury);
      return new Noted(state, written.placed());
    }

    private void keep(Queued queued) {
      kept.add(queued);
      Message message = queued.message();
      if (!state.settings().queuesAll()) {
        List<Queued> ofKey =
            kept.stream().filter(k -> k.message().key().equals(message.key())).toList();
        kept.removeAll(ofKey.subList(0, Math.max(0, ofKey.size() - message.keptOfKey())));
      }
      if (kept.size() > KEPT_MAX) {
        kept.removeFirst();
      }
    }

    void bury(DeadLetter letter) {
      deadLetters.addLast(letter.numbered(++lastLetter));
      if (deadLetters.size() > DEAD_LETTERS_MAX) {
        deadLetters.removeFirst();
        lettersDropped++;
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
