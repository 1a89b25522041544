package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.adapter.store.journal.Recovery;
import org.ocppbridge.adapter.store.sql.Write.Line;

/** Brings to a database, which nothing else writes to, what its journal holds. */
final class Replay {

  /** Statements in one transaction, or a few more. */
  static final int STEP = 20_000;

  private final Statements statements;
  private final Place place;
  private Pending pending = new Pending();
  private long applied;

  /**
   * @param statements in transactions
   */
  Replay(Statements statements, Place place) {
    this.statements = statements;
    this.place = place;
  }

  /** Whose the journal has to be; a store without a name gets one. */
  UUID owner() throws SQLException {
    Optional<String> known = About.IDENTITY.get(statements);
    if (known.isPresent()) {
      return UUID.fromString(known.get());
    }
    UUID fresh = UUID.randomUUID();
    About.IDENTITY.set(statements, fresh.toString());
    statements.connection().commit();
    return fresh;
  }

  /**
   * Applies what is not applied yet.
   *
   * @return the number up to which all is applied
   * @throws StoreException if anything is wrong with the journal
   */
  long apply() throws SQLException, IOException {
    applied = Long.parseLong(About.APPLIED.get(statements).orElse("0"));
    new Recovery(place, owner()).<SQLException>after(applied, this::add);
    commit();
    return applied;
  }

  private void add(long number, ByteBuffer body) throws SQLException {
    pending.add(lines(number, body));
    applied = number;
    if (pending.size() >= STEP) {
      commit();
    }
  }

  private static List<Line> lines(long number, ByteBuffer body) {
    try {
      return Lines.of(body);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new StoreException(
          "frame " + number + " of the store's journal cannot be understood: " + e.getMessage(), e);
    }
  }

  private void commit() throws SQLException {
    if (pending.size() > 0) {
      pending.into(statements);
      About.APPLIED.set(statements, Long.toString(applied));
    }
    statements.connection().commit();
    pending = new Pending();
  }
}
