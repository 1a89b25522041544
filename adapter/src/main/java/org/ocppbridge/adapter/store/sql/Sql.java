package org.ocppbridge.adapter.store.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All statements that write, in words that SQLite and PostgreSQL both know. Each has a code, under
 * which it lies in a journal: a code that was released keeps its values and its meaning, also for
 * later schemas.
 */
enum Sql {
  /** A charger's counters; nobody else's, by the epoch. */
  CURSOR(
      1,
      Table.CHARGER,
      Effect.SET,
      0,
      """
      INSERT INTO charger
        (id, epoch, last_seq, waiting, thinned, last_letter, letters, letters_dropped)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET last_seq = excluded.last_seq, waiting = excluded.waiting,
        thinned = excluded.thinned, last_letter = excluded.last_letter, letters = excluded.letters,
        letters_dropped = excluded.letters_dropped
      WHERE charger.epoch = excluded.epoch""",
      true),
  PUT(
      2,
      Table.PIECE,
      Effect.SET,
      0,
      """
      INSERT INTO piece (charger, kind, item, place, body) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (charger, kind, item) DO UPDATE SET place = excluded.place, body = excluded.body""",
      true,
      1,
      2),
  CUT(
      3,
      Table.PIECE,
      Effect.REMOVE,
      0,
      "DELETE FROM piece WHERE charger = ? AND kind = ? AND item = ?",
      false,
      1,
      2),
  APPEND(
      4,
      Table.OUTBOX,
      Effect.ADD,
      0,
      """
      INSERT INTO outbox (charger, seq, tx, thin, appended, attempts, not_before, message)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
      true,
      1),
  TAKE(
      5,
      Table.OUTBOX,
      Effect.REMOVE,
      0,
      "DELETE FROM outbox WHERE charger = ? AND seq = ?",
      true,
      1),
  KEEP(
      6,
      Table.KEPT,
      Effect.ADD,
      0,
      "INSERT INTO kept (charger, seq, topic, kept, message) VALUES (?, ?, ?, ?, ?)",
      true,
      1),
  /** All of a topic but the youngest, so many of them. */
  TRIM_TOPIC(
      7,
      Table.KEPT,
      Effect.OTHER,
      0,
      """
      DELETE FROM kept WHERE charger = ? AND topic = ? AND seq <=
        (SELECT seq FROM kept WHERE charger = ? AND topic = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)""",
      false),
  /** All but the youngest, so many of them. */
  TRIM(
      8,
      Table.KEPT,
      Effect.OTHER,
      0,
      """
      DELETE FROM kept WHERE charger = ? AND seq <=
        (SELECT seq FROM kept WHERE charger = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)""",
      false),
  RELEASE(
      9, Table.KEPT, Effect.REMOVE, 0, "DELETE FROM kept WHERE charger = ? AND seq = ?", false, 1),
  REFUSE(
      10,
      Table.OUTBOX,
      Effect.OTHER,
      2,
      "UPDATE outbox SET attempts = ?, not_before = ? WHERE charger = ? AND seq = ?",
      true),
  BURY(
      11,
      Table.DEAD_LETTER,
      Effect.ADD,
      0,
      """
      INSERT INTO dead_letter (charger, number, parked, reason, seq, appended, attempts, message)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
      true,
      1),
  /** All but the youngest, so many of them. */
  TRIM_LETTERS(
      12,
      Table.DEAD_LETTER,
      Effect.OTHER,
      0,
      """
      DELETE FROM dead_letter WHERE charger = ? AND number <=
        (SELECT number FROM dead_letter WHERE charger = ? ORDER BY number DESC LIMIT 1 OFFSET ?)""",
      false),
  UNBURY(
      13,
      Table.DEAD_LETTER,
      Effect.REMOVE,
      0,
      "DELETE FROM dead_letter WHERE charger = ? AND number = ?",
      true,
      1),
  CHANGE_LETTER(
      19,
      Table.DEAD_LETTER,
      Effect.OTHER,
      2,
      "UPDATE dead_letter SET reason = ?, message = ? WHERE charger = ? AND number = ?",
      true),
  HEARD(
      14, Table.CHARGER, Effect.OTHER, 1, "UPDATE charger SET last_heard = ? WHERE id = ?", false),
  FORGET_PIECES(15, Table.PIECE, Effect.OTHER, 0, "DELETE FROM piece WHERE charger = ?", false),
  FORGET_KEPT(16, Table.KEPT, Effect.OTHER, 0, "DELETE FROM kept WHERE charger = ?", false),
  FORGET(
      17, Table.CHARGER, Effect.OTHER, 0, "DELETE FROM charger WHERE id = ? AND epoch = ?", true),
  ABOUT(
      18,
      Table.ABOUT,
      Effect.SET,
      -1,
      """
      INSERT INTO about (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
      true,
      0);

  /** What a statement writes to. */
  enum Table {
    CHARGER,
    PIECE,
    OUTBOX,
    KEPT,
    DEAD_LETTER,
    ABOUT
  }

  /** What a statement does to the row it names. */
  enum Effect {
    /** It is like this afterwards, whatever was there. */
    SET,
    /** It was not there. */
    ADD,
    /** It is not there afterwards. */
    REMOVE,
    /** Something else, or to more rows of the charger. */
    OTHER
  }

  private static final int NONE = -1;

  private static final Map<Integer, Sql> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Sql::code, sql -> sql));

  private final int code;
  private final Table table;
  private final Effect effect;
  private final int charger;
  private final String text;
  private final boolean one;
  private final int key;
  private final int secondKey;

  Sql(int code, Table table, Effect effect, int charger, String text, boolean one, int... row) {
    this.code = code;
    this.table = table;
    this.effect = effect;
    this.charger = charger;
    this.text = text;
    this.one = one;
    this.key = row.length > 0 ? row[0] : NONE;
    this.secondKey = row.length > 1 ? row[1] : NONE;
  }

  /**
   * Stands for it in a journal.
   *
   * @throws IllegalArgumentException if there is no such statement
   */
  static Sql of(int code) {
    Sql sql = BY_CODE.get(code);
    if (sql == null) {
      throw new IllegalArgumentException("no statement has the code " + code);
    }
    return sql;
  }

  /** Stands for it in a journal. */
  int code() {
    return code;
  }

  String text() {
    return text;
  }

  /** Whether it has to reach exactly one row. */
  boolean one() {
    return one;
  }

  Table table() {
    return table;
  }

  Effect effect() {
    return effect;
  }

  /** The charger among the values; empty if it is about none. */
  String charger(Object[] values) {
    return charger == NONE ? "" : (String) values[charger];
  }

  /** What tells the row from the others of its charger in the table. */
  List<Object> row(Object[] values) {
    if (key == NONE) {
      return List.of();
    }
    return secondKey == NONE ? List.of(values[key]) : List.of(values[key], values[secondKey]);
  }
}
