package org.ocppbridge.adapter.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.Store.DeadLetter;
import org.ocppbridge.adapter.store.Store.DeadLetters;
import org.ocppbridge.adapter.store.sql.SqlStore.Limits;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dead letters of all chargers. None goes in silence, whatever the reason. */
final class Letters {
  private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

  private final Reader reader;
  private final Supplier<Limits> limits;

  /**
   * @param limits how many are kept of one charger; over it the oldest go; 0: all are kept
   */
  Letters(Reader reader, Supplier<Limits> limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /** Adds letters; returns the counters after it. */
  Cursor bury(Write write, ChargerId id, Cursor cursor, List<DeadLetter> letters) {
    Cursor next = cursor;
    for (DeadLetter letter : letters) {
      next = next.buried(1);
      Rows.bury(write, letter.numbered(next.lastLetter()));
    }
    int max = limits.get().letters();
    int tooMany = next.letters() - max;
    if (max == 0 || letters.isEmpty() || tooMany <= 0) {
      return next;
    }
    LOG.warn(
        "charger {}: limits.deadLetters, {}, are kept; the {} oldest are dropped",
        id,
        max,
        tooMany);
    write.add(Sql.TRIM_LETTERS, id.value(), id.value(), max);
    return next.lettersDropped(tooMany);
  }

  /** Takes out those given up before that time; returns the counters after it. */
  Cursor expire(Write write, ChargerId id, Cursor cursor, Instant before) {
    List<Long> numbers =
        reader.list(row -> row.getLong(1), Rows.LETTERS_BEFORE, id.value(), Rows.micros(before));
    numbers.forEach(number -> write.add(Sql.UNBURY, id.value(), number));
    if (!numbers.isEmpty()) {
      LOG.warn(
          "charger {}: {} dead letters from before {} are dropped", id, numbers.size(), before);
    }
    return cursor.lettersDropped(numbers.size());
  }

  /** The youngest. */
  DeadLetters of(ChargerId id, Cursor cursor) {
    if (cursor.letters() == 0) {
      return new DeadLetters(List.of(), 0, cursor.lettersDropped());
    }
    List<DeadLetter> youngest =
        reader.list(Rows::letter, Rows.LETTERS, id.value(), Store.LETTERS_PAGE);
    int older = Math.max(0, cursor.letters() - youngest.size());
    return new DeadLetters(youngest.reversed(), older, cursor.lettersDropped());
  }

  List<DeadLetter> after(ChargerId id, long number) {
    return reader.list(Rows::letter, Rows.LETTERS_AFTER, id.value(), number, Store.LETTERS_PAGE);
  }

  Optional<DeadLetter> find(ChargerId id, long number) {
    return reader.list(Rows::letter, Rows.LETTER, id.value(), number).stream().findFirst();
  }
}
