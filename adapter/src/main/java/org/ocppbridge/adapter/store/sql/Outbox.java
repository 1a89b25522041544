package org.ocppbridge.adapter.store.sql;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.ocppbridge.adapter.store.sql.SqlStore.Limits;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Queued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outboxes of all chargers: their heads, and how much may be in them. */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final String ALL =
      "SELECT seq, tx, thin FROM outbox WHERE charger = ? ORDER BY seq";

  private final Reader reader;
  private final Supplier<Limits> limits;
  private final AtomicLong all;

  Outbox(Reader reader, Supplier<Limits> limits, Collection<Entry> entries) {
    this.reader = reader;
    this.limits = limits;
    this.all = new AtomicLong(entries.stream().mapToLong(e -> e.cursor().waiting()).sum());
  }

  /** How many of these messages belong in an outbox. */
  static int of(List<Message> messages) {
    int count = 0;
    for (Message message : messages) {
      count += message.delivery() == Delivery.TRANSACTION ? 1 : 0;
    }
    return count;
  }

  /** Whether a message lies in an outbox, and not beside it. */
  static boolean holds(Queued queued) {
    return queued.message().delivery() == Delivery.TRANSACTION;
  }

  Optional<Queued> head(ChargerId charger, Entry entry) {
    Cursor cursor = entry.cursor();
    if (cursor.waiting() == 0) {
      return Optional.empty();
    }
    Queued known = entry.head();
    if (known != null) {
      return Optional.of(known);
    }
    List<Queued> first = reader.list(Rows::queued, Rows.HEAD, charger.value());
    first.forEach(head -> entry.keepHead(head, cursor));
    return first.stream().findFirst();
  }

  /**
   * Throws if this is not the head.
   *
   * @throws IllegalStateException then
   */
  void checkHead(ChargerId charger, Entry entry, Queued head) {
    if (head(charger, entry).filter(first -> first.seq() == head.seq()).isEmpty()) {
      throw new IllegalStateException(
          "message " + head.seq() + " is not the head of the outbox of " + charger);
    }
  }

  /**
   * Sees to it that so many messages can be added, by thinning if need be.
   *
   * @return the counters after it
   * @throws BridgeFault.NotStored if there is no room
   */
  Cursor makeRoom(ChargerId id, Cursor cursor, int count, Write write) {
    if (count == 0) {
      return cursor;
    }
    Limits most = limits.get();
    boolean full = cursor.waiting() + count > most.outbox();
    boolean allFull = all.get() + count > most.all();
    if (!full && !allFull) {
      return cursor;
    }
    List<Long> leftOut =
        Thinning.leftOut(
            reader.list(
                row -> new Thinning.Row(row.getLong(1), row.getInt(2), row.getInt(3) == 1),
                ALL,
                id.value()));
    if (leftOut.size() < count) {
      throw new BridgeFault.NotStored(
          full
              ? "charger " + id + ": its outbox holds " + cursor.waiting() + " messages already"
              : "the outboxes of all chargers hold " + all.get() + " messages already");
    }
    leftOut.forEach(seq -> write.add(Sql.TAKE, id.value(), seq));
    LOG.warn(
        "charger {}: {} messages wait for the CSMS; {} meter readings are left out, every second one",
        id,
        cursor.waiting(),
        leftOut.size());
    return cursor.thinned(leftOut.size());
  }

  /** A write has changed an outbox. */
  void changed(Entry entry, Cursor next, boolean headTaken, List<Queued> appended) {
    synchronized (entry) {
      int before = entry.cursor().waiting();
      all.addAndGet(next.waiting() - before);
      entry.keep(next);
      if (next.waiting() == appended.size()) {
        entry.head(appended.isEmpty() ? null : appended.getFirst());
      } else if (headTaken) {
        entry.head(null);
      }
    }
  }
}
