package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.ocppbridge.mappings.BridgeFault;

/** Reads what is committed; one query at a time. */
final class Reader implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** Makes something of a row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Reader(Connection connection) {
    this.connection = connection;
  }

  /**
   * Asks for rows.
   *
   * @throws BridgeFault.NotStored if the database cannot be read
   */
  <T> List<T> list(Row<T> row, String sql, Object... values) {
    lock.lock();
    try {
      PreparedStatement statement = statement(sql);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(row.read(rows));
        }
        return list;
      }
    } catch (SQLException e) {
      throw new BridgeFault.NotStored("the store cannot be read: " + e.getMessage());
    } finally {
      lock.unlock();
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
