package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.ocppbridge.adapter.store.journal.Place;

/** What is special about a database. */
interface Engine extends AutoCloseable {

  /** Opens another connection. */
  Connection connect() throws SQLException;

  /** What follows a CREATE TABLE so that the rows lie in the order of the key; may be empty. */
  String clustered();

  /** Whether a failure is the database's own, so that every other write would fail as well. */
  boolean concernsAll(SQLException failure);

  /** Where a journal in front of the database may lie; empty if it is to have none. */
  Optional<Place> journal();

  /** Says to other processes who uses the database. */
  void say(String holder);

  @Override
  void close();
}
