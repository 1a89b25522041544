package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/**
 * A store in a database: what a method wrote is on the disk when it returns. Of each charger only
 * its counters and its state are in memory; messages that wait are not, but for the head.
 */
public final class SqlStore implements Store {

  /**
   * How much may wait.
   *
   * @param outbox messages of one charger; over it meter readings are thinned, then nothing more is
   *     taken
   * @param all messages of all chargers together
   * @param letters dead letters of one charger; over it the oldest go
   */
  public record Limits(int outbox, long all, int letters) {

    /** The defaults of the settings. */
    public static final Limits DEFAULT = new Limits(10_000, 10_000_000, 10_000);
  }

  private final Engine engine;
  private volatile Limits limits;
  private final GroupWriter writer;
  private final Reader reader;
  private final Outbox outbox;
  private final Letters letters;
  private final Map<ChargerId, Entry> entries = new ConcurrentHashMap<>();

  /**
   * Opens the store in a data folder; makes both if need be.
   *
   * @throws StoreException if that cannot be, with the reason for people
   */
  public static SqlStore in(Path folder, Limits limits) {
    return open(Sqlite.in(folder), limits);
  }

  /** Opens the store in a database, which is closed with it. */
  static SqlStore open(Engine engine, Limits limits) {
    try {
      try (Connection connection = engine.connect()) {
        Migrations.apply(connection, engine);
      }
      return new SqlStore(engine, limits);
    } catch (SQLException | IOException e) {
      engine.close();
      throw new StoreException("the store cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private SqlStore(Engine engine, Limits limits) throws SQLException, IOException {
    this.engine = engine;
    this.limits = limits;
    Commit commit = commit(engine);
    this.reader = new Reader(engine.connect(), commit);
    this.writer = new GroupWriter(commit);
    reader.list(
        row -> {
          long heard = row.getLong(8);
          Instant lastHeard = row.wasNull() ? null : Rows.instant(heard);
          return entries.put(
              new ChargerId(row.getString(1)), new Entry(Rows.cursor(row), lastHeard));
        },
        Rows.CURSORS);
    this.outbox = new Outbox(reader, () -> this.limits, entries.values());
    this.letters = new Letters(reader, () -> this.limits);
  }

  /** Other limits from now on. What lies over them already goes when something is added. */
  public void limit(Limits other) {
    limits = other;
  }

  private static Commit commit(Engine engine) throws SQLException, IOException {
    Optional<Place> journal = engine.journal();
    return journal.isPresent()
        ? JournaledCommit.open(engine, journal.get())
        : new DirectCommit(engine);
  }

  @Override
  public Optional<String> trouble() {
    return writer.trouble();
  }

  @Override
  public Collection<ChargerId> chargers() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().cursor().stored())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Optional<ChargerState> find(ChargerId charger) {
    return Optional.ofNullable(entries.get(charger))
        .filter(entry -> entry.cursor().stored())
        .map(entry -> state(charger, entry));
  }

  /** As it is stored; blank for a charger that is not. */
  private ChargerState state(ChargerId id, Entry entry) {
    ChargerState known = entry.state();
    if (known != null) {
      return known;
    }
    Assembly assembly = new Assembly();
    List<Long> places =
        reader.list(
            row -> {
              assembly.add(row.getString(1), row.getString(2), row.getString(3));
              return row.getLong(4);
            },
            Rows.PIECES,
            id.value());
    ChargerState read = assembly.state(id);
    entry.keep(read, places.isEmpty() ? 0 : places.getLast());
    return read;
  }

  @Override
  public Noted note(
      ChargerState before, List<Change> changes, List<Message> messages, Instant now) {
    return commit(before, Optional.empty(), changes, messages, List.of(), now);
  }

  @Override
  public Noted delivered(
      ChargerState before, Queued head, List<Change> changes, List<Message> messages, Instant now) {
    return commit(before, Optional.of(head), changes, messages, List.of(), now);
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
    return commit(before, Optional.of(head), changes, messages, letter, now);
  }

  private Noted commit(
      ChargerState before,
      Optional<Queued> head,
      List<Change> changes,
      List<Message> messages,
      List<DeadLetter> parked,
      Instant now) {
    ChargerId id = before.id();
    Entry entry = entries.computeIfAbsent(id, unknown -> new Entry(Cursor.NEW, null));
    head.ifPresent(taken -> outbox.checkHead(id, entry, taken));
    ChargerState after = before.apply(changes);
    Cursor was = entry.cursor();
    Write write = new Write();
    long place = new Differences(id.value(), write, entry.lastPlace()).add(state(id, entry), after);
    Cursor next = outbox.makeRoom(id, was, Outbox.of(messages), write);
    if (head.isPresent()) {
      write.add(Sql.TAKE, id.value(), head.get().seq());
      next = next.taken(1);
    }
    List<Queued> placed = placed(messages, next.lastSeq(), now);
    List<Queued> appended = new ArrayList<>(placed.size());
    for (Queued queued : placed) {
      if (Outbox.holds(queued)) {
        Rows.append(write, id.value(), queued);
        appended.add(queued);
      } else {
        Rows.keep(write, id.value(), queued, after.settings().queuesAll());
      }
    }
    next = next.placed(placed.size(), appended.size());
    next = letters.bury(write, id, next, parked);
    next = letters.bury(write, id, next, DeadLetter.of(id, changes));
    if (!write.isEmpty() || !was.stored()) {
      next.into(write, id.value());
      writer.write(write);
    }
    entry.keep(after, place);
    outbox.changed(entry, next, head.isPresent(), appended);
    return new Noted(after, placed);
  }

  private static List<Queued> placed(List<Message> messages, long last, Instant now) {
    List<Queued> placed = new ArrayList<>(messages.size());
    for (Message message : messages) {
      placed.add(new Queued(last + placed.size() + 1, message, now, 0, now));
    }
    return placed;
  }

  @Override
  public List<Queued> kept(ChargerId charger) {
    return reader.list(Rows::queued, Rows.KEPT, charger.value());
  }

  @Override
  public void release(ChargerId charger, long seq) {
    writer.writeLater(new Write().add(Sql.RELEASE, charger.value(), seq));
  }

  @Override
  public Optional<Queued> head(ChargerId charger) {
    Entry entry = entries.get(charger);
    return entry == null ? Optional.empty() : outbox.head(charger, entry);
  }

  @Override
  public int depth(ChargerId charger) {
    Entry entry = entries.get(charger);
    return entry == null ? 0 : entry.cursor().waiting();
  }

  @Override
  public boolean waits(ChargerId charger, int transaction) {
    return depth(charger) > 0
        && !reader.list(row -> true, Rows.OF_TRANSACTION, charger.value(), transaction).isEmpty();
  }

  @Override
  public void refused(ChargerId charger, Queued head) {
    Entry entry = entries.get(charger);
    outbox.checkHead(charger, entry, head);
    writer.write(
        new Write()
            .add(
                Sql.REFUSE,
                head.attempts(),
                Rows.micros(head.notBefore()),
                charger.value(),
                head.seq()));
    entry.head(head);
  }

  @Override
  public void forget(ChargerId charger) {
    Entry entry = entries.get(charger);
    if (entry == null || entry.cursor().waiting() > 0 || entry.cursor().letters() > 0) {
      return;
    }
    if (entry.cursor().stored()) {
      writer.write(
          new Write()
              .add(Sql.FORGET_PIECES, charger.value())
              .add(Sql.FORGET_KEPT, charger.value())
              .add(Sql.FORGET, charger.value(), entry.cursor().epoch()));
    }
    entries.remove(charger);
  }

  @Override
  public DeadLetters deadLetters(ChargerId charger) {
    Entry entry = entries.get(charger);
    return entry == null ? DeadLetters.NONE : letters.of(charger, entry.cursor());
  }

  @Override
  public LetterCounts letterCounts(ChargerId charger) {
    Entry entry = entries.get(charger);
    return entry == null
        ? new LetterCounts(0, 0)
        : new LetterCounts(entry.cursor().letters(), entry.cursor().lettersDropped());
  }

  @Override
  public List<DeadLetter> deadLetters(ChargerId charger, long after) {
    return letters.after(charger, after);
  }

  @Override
  public int expire(ChargerId charger, Instant before) {
    Entry entry = entries.get(charger);
    if (entry == null || entry.cursor().letters() == 0) {
      return 0;
    }
    Cursor was = entry.cursor();
    Write write = new Write();
    Cursor next = letters.expire(write, charger, was, before);
    if (!write.isEmpty()) {
      next.into(write, charger.value());
      writer.write(write);
      outbox.changed(entry, next, false, List.of());
    }
    return was.letters() - next.letters();
  }

  @Override
  public Optional<Queued> retry(ChargerId charger, long number, Instant now) {
    Optional<DeadLetter> letter = letters.find(charger, number);
    letter.ifPresent(found -> unbury(found, List.of(found.queued().message()), now));
    Entry entry = entries.get(charger);
    return letter.map(
        found -> new Queued(entry.cursor().lastSeq(), found.queued().message(), now, 0, now));
  }

  @Override
  public boolean drop(ChargerId charger, long number) {
    Optional<DeadLetter> letter = letters.find(charger, number);
    letter.ifPresent(found -> unbury(found, List.of(), Instant.EPOCH));
    return letter.isPresent();
  }

  @Override
  public int rewrite(ChargerId charger, UnaryOperator<DeadLetter> change) {
    Entry entry = entries.get(charger);
    if (entry == null || entry.cursor().letters() == 0) {
      return 0;
    }
    Write write = new Write();
    int changed = letters.rewrite(write, charger, change);
    if (changed > 0) {
      writer.write(write);
    }
    return changed;
  }

  private void unbury(DeadLetter letter, List<Message> again, Instant now) {
    String id = letter.charger().value();
    Entry entry = entries.get(letter.charger());
    Write write = new Write().add(Sql.UNBURY, id, letter.number());
    Cursor next = entry.cursor().unburied();
    List<Queued> appended = placed(again, next.lastSeq(), now);
    appended.forEach(queued -> Rows.append(write, id, queued));
    next = next.placed(appended.size(), appended.size());
    next.into(write, id);
    writer.write(write);
    outbox.changed(entry, next, false, appended);
  }

  /** Says in the data folder's lock who holds it, for people and for other commands. */
  public void say(String holder) {
    engine.say(holder);
  }

  @Override
  public Optional<Instant> lastHeard(ChargerId charger) {
    return Optional.ofNullable(entries.get(charger)).flatMap(Entry::lastHeard);
  }

  @Override
  public void heard(Map<ChargerId, Instant> lately) {
    Write write = new Write();
    lately.forEach((id, at) -> write.add(Sql.HEARD, Rows.micros(at), id.value()));
    if (!write.isEmpty()) {
      writer.write(write);
    }
    lately.forEach((id, at) -> Optional.ofNullable(entries.get(id)).ifPresent(e -> e.heard(at)));
  }

  /** How much was written since the start, in characters and 8 for each number. */
  long written() {
    return writer.written();
  }

  @Override
  public void close() {
    try (engine;
        reader) {
      writer.close();
    } catch (SQLException | IOException e) {
      throw new BridgeFault.NotStored("the store cannot be closed: " + e.getMessage());
    }
  }
}
