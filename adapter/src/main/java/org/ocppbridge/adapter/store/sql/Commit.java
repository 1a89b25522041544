package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How writes become safe, many at once. For one thread, but where it is said otherwise. */
interface Commit extends AutoCloseable {

  /**
   * Makes a write ready on its caller's own thread, so that less remains to be done for all on one.
   */
  default void prepare(Write write) {}

  /**
   * Keeps all of them, or none.
   *
   * @throws SQLException if they are not kept
   * @throws IOException if they are not kept
   */
  void commit(List<Write> writes) throws SQLException, IOException;

  /** Whether after a failure every other write would fail as well. */
  boolean concernsAll(Exception failure);

  /** Why nothing can be kept, noticed by itself; empty if all seems well. For any thread. */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /**
   * Reads what is kept but cannot be seen by other connections yet; empty if there is nothing of
   * the kind for what is asked. For any thread.
   *
   * @param values of the query, the first is the charger
   */
  default <T> Optional<List<T>> list(Statements.Row<T> row, String sql, Object... values) {
    return Optional.empty();
  }

  @Override
  void close() throws SQLException, IOException;
}
