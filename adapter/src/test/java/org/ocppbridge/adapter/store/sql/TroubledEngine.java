package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ocppbridge.adapter.store.journal.Tail;
import org.sqlite.SQLiteErrorCode;

/** A database whose disk gets full, or breaks, when it is told to. */
final class TroubledEngine extends ForwardingEngine {
  private static final int PLENTY = 1_000_000;

  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private volatile int pages = PLENTY;
  private volatile boolean broken;

  TroubledEngine(Engine engine) {
    super(engine);
  }

  /** The file cannot grow any more. */
  void fill() {
    limit(1);
  }

  void makeRoom() {
    limit(PLENTY);
  }

  /** A limit below what there is means: no more than there is. */
  private void limit(int most) {
    pages = most;
    connections.forEach(this::limit);
  }

  private void limit(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = " + pages);
    } catch (SQLException closed) {
      connections.remove(connection);
    }
  }

  void breakDisk() {
    broken = true;
  }

  void repairDisk() {
    broken = false;
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = super.connect();
    connections.add(connection);
    limit(connection);
    return handled(
        Connection.class,
        (proxy, method, arguments) -> {
          if (broken && method.getName().equals("commit")) {
            throw new SQLException("disk I/O error", "", SQLiteErrorCode.SQLITE_IOERR.code);
          }
          return call(connection, method, arguments);
        });
  }

  /** The journal is on the same disk. */
  @Override
  void append(Tail tail, ByteBuffer bytes) throws IOException {
    if (pages < PLENTY) {
      throw new IOException("the disk is full");
    }
    tail.append(bytes);
    if (broken) {
      throw new IOException("the disk is broken");
    }
  }
}
