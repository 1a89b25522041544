package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ocppbridge.adapter.store.journal.Journal;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.adapter.store.journal.Recovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes are safe when they are in a journal, one sync for all of a group; {@link Applier} brings
 * them to the database soon after. A database writes whole pages, several for each message: that is
 * what the journal saves.
 *
 * <p>While the database takes nothing the journal takes nothing either.
 */
final class JournaledCommit implements Commit {
  private static final Logger LOG = LoggerFactory.getLogger(JournaledCommit.class);

  private final Place place;
  private final UUID owner;
  private final Journal journal;
  private final Applier applier;

  private JournaledCommit(Engine engine, Place place, UUID owner, long applied, int pauseMillis) {
    this.place = place;
    this.owner = owner;
    this.journal = new Journal(place, owner, applied + 1);
    this.applier = new Applier(engine, applied, pauseMillis, journal::release);
  }

  /**
   * Applies what an earlier process has left in the journal, then begins another.
   *
   * @throws org.ocppbridge.adapter.store.StoreException if the journal is damaged or another
   *     store's; then it is left as it is
   */
  static JournaledCommit open(Engine engine, Place place) throws SQLException, IOException {
    return open(engine, place, Applier.PAUSE);
  }

  /** The same with another pause before writes are applied. */
  static JournaledCommit open(Engine engine, Place place, int pauseMillis)
      throws SQLException, IOException {
    UUID owner;
    long applied;
    try (Connection connection = engine.connect()) {
      connection.setAutoCommit(false);
      Replay replay = new Replay(new Statements(connection), place);
      owner = replay.owner();
      applied = replay.apply();
    }
    new Recovery(place, owner).delete();
    return new JournaledCommit(engine, place, owner, applied, pauseMillis);
  }

  @Override
  public void prepare(Write write) {
    write.bytes();
  }

  @Override
  public void commit(List<Write> writes) throws SQLException, IOException {
    applier.makeRoom();
    List<byte[]> parts = new ArrayList<>(writes.size());
    long bytes = 0;
    for (Write write : writes) {
      parts.add(write.bytes());
      bytes += write.bytes().length;
    }
    applier.add(journal.append(parts), writes, bytes);
  }

  @Override
  public boolean concernsAll(Exception failure) {
    return true;
  }

  @Override
  public Optional<String> trouble() {
    return applier.trouble();
  }

  @Override
  public <T> Optional<List<T>> list(Statements.Row<T> row, String sql, Object... values) {
    return values.length > 0 && values[0] instanceof String charger
        ? applier.list(row, charger, sql, values)
        : Optional.empty();
  }

  /**
   * Leaves no journal behind, unless the database takes nothing: then the next start applies it.
   */
  @Override
  public void close() throws IOException {
    try (journal) {
      applier.close();
    } catch (SQLException e) {
      LOG.error("what the database did not take stays in the journal: {}", e.toString());
      return;
    }
    new Recovery(place, owner).delete();
  }
}
