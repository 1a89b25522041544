package org.ocppbridge.adapter.store.sql;

import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Queued;

/** What is held in memory of one charger; its own monitor guards it. */
final class Entry {
  private Cursor cursor;
  private ChargerState state;
  private long lastPlace;
  private Queued head;
  private Instant lastHeard;

  Entry(Cursor cursor, Instant lastHeard) {
    this.cursor = cursor;
    this.lastHeard = lastHeard;
  }

  synchronized Cursor cursor() {
    return cursor;
  }

  /** As it is in the store; null if it has not been read. */
  synchronized ChargerState state() {
    return state;
  }

  /** The highest place given to a piece of the state. */
  synchronized long lastPlace() {
    return lastPlace;
  }

  synchronized Optional<Instant> lastHeard() {
    return Optional.ofNullable(lastHeard);
  }

  synchronized void heard(Instant at) {
    lastHeard = at;
  }

  /** The head of the outbox; null if it has to be read. */
  synchronized Queued head() {
    return head;
  }

  /** The state was read, or written. */
  synchronized void keep(ChargerState next, long place) {
    state = next;
    lastPlace = place;
  }

  synchronized void keep(Cursor next) {
    cursor = next;
  }

  /** What was read of the outbox, unless the head was taken meanwhile. */
  synchronized void keepHead(Queued read, Cursor asOf) {
    if (cursor.equals(asOf)) {
      head = read;
    }
  }

  /** The outbox has another head; null: it has to be read. */
  synchronized void head(Queued next) {
    head = next;
  }
}
