package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What is special about a database. */
interface Engine extends AutoCloseable {

  /** Opens another connection. */
  Connection connect() throws SQLException;

  /** What follows a CREATE TABLE so that the rows lie in the order of the key; may be empty. */
  String clustered();

  /** Whether a failure is the database's own, so that every other write would fail as well. */
  boolean concernsAll(SQLException failure);

  /** Says to other processes who uses the database. */
  void say(String holder);

  @Override
  void close();
}
