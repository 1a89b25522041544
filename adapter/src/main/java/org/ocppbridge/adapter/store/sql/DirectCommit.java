package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes are safe when the database has committed them. */
final class DirectCommit implements Commit {
  private final Engine engine;
  private final Set<Sql> used = EnumSet.noneOf(Sql.class);

  /** Null after a failure: what it thinks of its transactions cannot be relied on then. */
  private Statements statements;

  /**
   * Connects.
   *
   * @throws SQLException if there is no connection to be had
   */
  DirectCommit(Engine engine) throws SQLException {
    this.engine = engine;
    connect();
  }

  @Override
  public void commit(List<Write> writes) throws SQLException {
    try {
      connect();
      carryOut(writes);
      statements.connection().commit();
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      throw e;
    }
  }

  /**
   * Each kind of statement for all of them at once, in the order of {@link Sql}: within a write the
   * order does not matter, and the writes of one charger never wait together.
   */
  private void carryOut(List<Write> writes) throws SQLException {
    for (Write write : writes) {
      for (Write.Line line : write.lines()) {
        PreparedStatement statement = statements.with(line.sql().text(), line.values());
        statement.addBatch();
        used.add(line.sql());
      }
    }
    for (Sql sql : used) {
      for (int rows : statements.of(sql.text()).executeBatch()) {
        if (sql.one() && rows != 1) {
          throw new SQLException(sql + " reached " + rows + " rows: another serves the charger");
        }
      }
    }
    used.clear();
  }

  private void connect() throws SQLException {
    if (statements == null) {
      Connection connection = engine.connect();
      connection.setAutoCommit(false);
      statements = new Statements(connection);
    }
  }

  /** The database may have ended the transaction by itself, which its driver does not see. */
  private void rollback(Exception cause) {
    used.clear();
    if (statements != null) {
      try (Statements failed = statements) {
        statements = null;
        failed.connection().rollback();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }

  @Override
  public boolean concernsAll(Exception failure) {
    return failure instanceof SQLException sql && engine.concernsAll(sql);
  }

  @Override
  public void close() throws SQLException {
    if (statements != null) {
      statements.close();
    }
  }
}
