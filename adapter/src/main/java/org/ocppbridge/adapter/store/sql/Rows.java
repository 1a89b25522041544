package org.ocppbridge.adapter.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ocppbridge.adapter.store.Store.DeadLetter;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/** Rows of the outbox and of the dead letters, there and back. */
final class Rows {
  static final String HEAD =
      """
      SELECT seq, message, appended, attempts, not_before FROM outbox
      WHERE charger = ? ORDER BY seq LIMIT 1""";

  static final String LETTERS =
      """
      SELECT seq, message, appended, attempts, parked, charger, reason, number FROM dead_letter
      WHERE charger = ? ORDER BY number DESC LIMIT ?""";

  static final String LETTER =
      """
      SELECT seq, message, appended, attempts, parked, charger, reason, number FROM dead_letter
      WHERE charger = ? AND number = ?""";

  static final String CURSORS =
      """
      SELECT id, epoch, last_seq, waiting, thinned, last_letter, letters, last_heard
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
        row.getInt(7));
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
