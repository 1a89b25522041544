package org.ocppbridge.adapter.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.Store.DeadLetter;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/** Rows of kept messages and of dead letters, there and back. */
final class Rows {
  static final String HEAD =
      """
      SELECT seq, message, appended, attempts, not_before FROM outbox
      WHERE charger = ? ORDER BY seq LIMIT 1""";

  static final String KEPT =
      "SELECT seq, message, kept, 0, kept FROM kept WHERE charger = ? ORDER BY seq";

  static final String LETTERS =
      """
      SELECT seq, message, appended, attempts, parked, charger, reason, number FROM dead_letter
      WHERE charger = ? ORDER BY number DESC LIMIT ?""";

  static final String LETTERS_AFTER =
      """
      SELECT seq, message, appended, attempts, parked, charger, reason, number FROM dead_letter
      WHERE charger = ? AND number > ? ORDER BY number LIMIT ?""";

  static final String LETTERS_BEFORE =
      "SELECT number FROM dead_letter WHERE charger = ? AND parked < ?";

  static final String LETTER =
      """
      SELECT seq, message, appended, attempts, parked, charger, reason, number FROM dead_letter
      WHERE charger = ? AND number = ?""";

  static final String CURSORS =
      """
      SELECT id, epoch, last_seq, waiting, thinned, last_letter, letters, last_heard,
        letters_dropped
      FROM charger""";

  static final String PIECES =
      "SELECT kind, item, body, place FROM piece WHERE charger = ? ORDER BY place";

  static final String OF_TRANSACTION = "SELECT 1 FROM outbox WHERE charger = ? AND tx = ? LIMIT 1";

  private Rows() {}

  static void append(Write write, String charger, Queued queued) {
    Message message = queued.message();
    write.add(
        Sql.APPEND,
        charger,
        queued.seq(),
        message.transaction().orElse(null),
        Thinning.mayGo(message) ? 1 : 0,
        micros(queued.at()),
        queued.attempts(),
        micros(queued.notBefore()),
        Codec.write(message));
  }

  /** Keeps a message outside transactions; older ones of its topic go if there are too many. */
  static void keep(Write write, String charger, Queued queued, boolean all) {
    Message message = queued.message();
    write.add(
        Sql.KEEP, charger, queued.seq(), message.key(), micros(queued.at()), Codec.write(message));
    if (!all) {
      int max = message.keptOfKey();
      write.add(Sql.TRIM_TOPIC, charger, message.key(), charger, message.key(), max);
    }
    write.add(Sql.TRIM, charger, charger, Store.KEPT_MAX);
  }

  static void bury(Write write, DeadLetter letter) {
    Queued queued = letter.queued();
    write.add(
        Sql.BURY,
        letter.charger().value(),
        letter.number(),
        micros(letter.parkedAt()),
        letter.reason(),
        queued.seq(),
        micros(queued.at()),
        queued.attempts(),
        Codec.write(queued.message()));
  }

  /** A dead letter in another form. */
  static void change(Write write, DeadLetter letter) {
    write.add(
        Sql.CHANGE_LETTER,
        letter.reason(),
        Codec.write(letter.queued().message()),
        letter.charger().value(),
        letter.number());
  }

  static Queued queued(ResultSet row) throws SQLException {
    return new Queued(
        row.getLong(1),
        Codec.read(row.getString(2), Message.class),
        instant(row.getLong(3)),
        row.getInt(4),
        instant(row.getLong(5)));
  }

  static DeadLetter letter(ResultSet row) throws SQLException {
    Instant appended = instant(row.getLong(3));
    Message message = Codec.read(row.getString(2), Message.class);
    return new DeadLetter(
        new ChargerId(row.getString(6)),
        row.getLong(8),
        new Queued(row.getLong(1), message, appended, row.getInt(4), appended),
        instant(row.getLong(5)),
        row.getString(7));
  }

  static Cursor cursor(ResultSet row) throws SQLException {
    return new Cursor(
        true,
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        row.getLong(5),
        row.getLong(6),
        row.getInt(7),
        row.getLong(9));
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
