package org.ocppbridge.adapter.store.sql;

/** All statements that write, in words that SQLite and PostgreSQL both know. */
enum Sql {
  /** A charger's counters; nobody else's, by the epoch. */
  CURSOR(
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
      """
      INSERT INTO piece (charger, kind, item, place, body) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (charger, kind, item) DO UPDATE SET place = excluded.place, body = excluded.body""",
      true),
  CUT("DELETE FROM piece WHERE charger = ? AND kind = ? AND item = ?", false),
  APPEND(
      """
      INSERT INTO outbox (charger, seq, tx, thin, appended, attempts, not_before, message)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
      true),
  TAKE("DELETE FROM outbox WHERE charger = ? AND seq = ?", true),
  KEEP("INSERT INTO kept (charger, seq, topic, kept, message) VALUES (?, ?, ?, ?, ?)", true),
  /** All of a topic but the youngest, so many of them. */
  TRIM_TOPIC(
      """
      DELETE FROM kept WHERE charger = ? AND topic = ? AND seq <=
        (SELECT seq FROM kept WHERE charger = ? AND topic = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)""",
      false),
  /** All but the youngest, so many of them. */
  TRIM(
      """
      DELETE FROM kept WHERE charger = ? AND seq <=
        (SELECT seq FROM kept WHERE charger = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)""",
      false),
  RELEASE("DELETE FROM kept WHERE charger = ? AND seq = ?", false),
  REFUSE("UPDATE outbox SET attempts = ?, not_before = ? WHERE charger = ? AND seq = ?", true),
  BURY(
      """
      INSERT INTO dead_letter (charger, number, parked, reason, seq, appended, attempts, message)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
      true),
  /** All but the youngest, so many of them. */
  TRIM_LETTERS(
      """
      DELETE FROM dead_letter WHERE charger = ? AND number <=
        (SELECT number FROM dead_letter WHERE charger = ? ORDER BY number DESC LIMIT 1 OFFSET ?)""",
      false),
  UNBURY("DELETE FROM dead_letter WHERE charger = ? AND number = ?", true),
  CHANGE_LETTER(
      "UPDATE dead_letter SET reason = ?, message = ? WHERE charger = ? AND number = ?", true),
  HEARD("UPDATE charger SET last_heard = ? WHERE id = ?", false),
  FORGET_PIECES("DELETE FROM piece WHERE charger = ?", false),
  FORGET_KEPT("DELETE FROM kept WHERE charger = ?", false),
  FORGET("DELETE FROM charger WHERE id = ? AND epoch = ?", true),
  ABOUT(
      """
      INSERT INTO about (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
      true);

  private final String text;
  private final boolean one;

  Sql(String text, boolean one) {
    this.text = text;
    this.one = one;
  }

  String text() {
    return text;
  }

  /** Whether it has to reach exactly one row. */
  boolean one() {
    return one;
  }
}
