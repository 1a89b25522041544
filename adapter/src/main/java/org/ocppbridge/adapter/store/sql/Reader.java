package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.ocppbridge.mappings.BridgeFault;

/** Reads what is kept; one query at a time. */
final class Reader implements AutoCloseable {
  private final Statements statements;
  private final Commit commit;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param commit asked first, for what the connection cannot see yet
   */
  Reader(Connection connection, Commit commit) {
    this.statements = new Statements(connection);
    this.commit = commit;
  }

  /**
   * Asks for rows.
   *
   * @param values of the query; if there are any, the first is the charger
   * @throws BridgeFault.NotStored if the database cannot be read
   */
  <T> List<T> list(Statements.Row<T> row, String sql, Object... values) {
    Optional<List<T>> fresh = commit.list(row, sql, values);
    return fresh.isPresent() ? fresh.get() : seen(row, sql, values);
  }

  private <T> List<T> seen(Statements.Row<T> row, String sql, Object... values) {
    lock.lock();
    try {
      return statements.list(row, sql, values);
    } catch (SQLException e) {
      throw new BridgeFault.NotStored("the store cannot be read: " + e.getMessage());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
