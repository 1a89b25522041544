package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.adapter.store.journal.Tail;

/**
 * A database that counts what it is asked to do, by the thread that asks, and how often it syncs.
 */
final class CountingEngine implements Engine {
  private final Engine engine;
  private final Map<String, Integer> statements = new ConcurrentHashMap<>();
  private final AtomicInteger syncs = new AtomicInteger();

  CountingEngine(Engine engine) {
    this.engine = engine;
  }

  /** Times that the journal was brought to the disk. */
  int syncs() {
    return syncs.get();
  }

  /** Statements carried out by the thread of this name; each line of a batch is one. */
  int statements(String thread) {
    return statements.getOrDefault(thread, 0);
  }

  void reset() {
    statements.clear();
    syncs.set(0);
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = engine.connect();
    return proxy(
        Connection.class,
        connection,
        made -> made instanceof PreparedStatement s ? counting(s) : made);
  }

  private PreparedStatement counting(PreparedStatement statement) {
    return proxy(PreparedStatement.class, statement, made -> made);
  }

  private interface Made {
    Object as(Object made);
  }

  private <T> T proxy(Class<T> type, T target, Made made) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String name = method.getName();
              if (name.equals("addBatch")
                  || (name.startsWith("execute") && !name.endsWith("Batch"))) {
                statements.merge(Thread.currentThread().getName(), 1, Integer::sum);
              }
              try {
                return made.as(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
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
                    file -> new CountingTail(place.maker().open(file))));
  }

  private final class CountingTail implements Tail {
    private final Tail tail;

    CountingTail(Tail tail) {
      this.tail = tail;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      syncs.incrementAndGet();
      tail.append(bytes);
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
