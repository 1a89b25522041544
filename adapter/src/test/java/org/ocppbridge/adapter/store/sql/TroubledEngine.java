package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.adapter.store.journal.Tail;
import org.sqlite.SQLiteErrorCode;

/** A database whose disk gets full, or breaks, when it is told to. */
final class TroubledEngine implements Engine {
  private static final int PLENTY = 1_000_000;

  private final Engine engine;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private volatile int pages = PLENTY;
  private volatile boolean broken;

  TroubledEngine(Engine engine) {
    this.engine = engine;
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
    Connection connection = engine.connect();
    connections.add(connection);
    limit(connection);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (broken && method.getName().equals("commit")) {
                throw new SQLException("disk I/O error", "", SQLiteErrorCode.SQLITE_IOERR.code);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Optional<Place> journal() {
    return engine
        .journal()
        .map(
            place ->
                new Place(
                    place.folder(),
                    place.prefix(),
                    file -> new TroubledTail(place.maker().open(file))));
  }

  /** The journal is on the same disk. */
  private final class TroubledTail implements Tail {
    private final Tail tail;

    TroubledTail(Tail tail) {
      this.tail = tail;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      if (pages < PLENTY) {
        throw new IOException("the disk is full");
      }
      tail.append(bytes);
      if (broken) {
        throw new IOException("the disk is broken");
      }
    }

    @Override
    public void close() throws IOException {
      tail.close();
    }
  }

  @Override
  public String clustered() {
    return engine.clustered();
  }

  @Override
  public boolean concernsAll(SQLException failure) {
    return engine.concernsAll(failure);
  }

  @Override
  public void say(String holder) {
    engine.say(holder);
  }

  @Override
  public void close() {
    engine.close();
  }
}
