package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocppbridge.adapter.store.journal.Tail;

/**
 * A database that counts what it is asked to do, by the thread that asks, and how often it syncs.
 */
final class CountingEngine extends ForwardingEngine {
  private final Map<String, Integer> statements = new ConcurrentHashMap<>();
  private final AtomicInteger syncs = new AtomicInteger();

  CountingEngine(Engine engine) {
    super(engine);
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
    Connection connection = super.connect();
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
    return handled(
        type,
        (proxy, method, arguments) -> {
          String name = method.getName();
          if (name.equals("addBatch") || (name.startsWith("execute") && !name.endsWith("Batch"))) {
            statements.merge(Thread.currentThread().getName(), 1, Integer::sum);
          }
          return made.as(call(target, method, arguments));
        });
  }

  @Override
  void append(Tail tail, ByteBuffer bytes) throws IOException {
    syncs.incrementAndGet();
    tail.append(bytes);
  }
}
