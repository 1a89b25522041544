package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.ocppbridge.adapter.store.sql.Write.Line;
import org.ocppbridge.mappings.BridgeFault;

/**
 * Brings to the database what is safe in the journal already: all that has come in a while in one
 * transaction, so that what was undone meanwhile need not be done. The transaction notes the
 * journal's number, so that nothing is ever applied twice.
 *
 * <p>Who asks for a charger of which something is yet to be applied has it applied at once, and
 * asks within the same transaction.
 */
final class Applier implements AutoCloseable {

  /** Most bytes of the journal that wait; over it nothing is taken before they are applied. */
  static final long BYTES_MAX = 32L << 20;

  /** Over so many bytes they are applied without a pause. */
  private static final long BYTES_SOON = BYTES_MAX / 2;

  /**
   * Milliseconds in which more may come. What is set again and again is written once then; the
   * start after a crash takes no longer for it than for {@link #BYTES_SOON}.
   */
  static final int PAUSE = 2_000;

  private final Engine engine;
  private final int pauseMillis;
  private final LongConsumer then;
  private final Thread thread;

  /** Of the connection. */
  private final ReentrantLock turn = new ReentrantLock();

  /** Null after a failure. Guarded by the turn. */
  private Statements statements;

  /** Carried out, but not committed; in order. Guarded by the turn. */
  private final List<Collection<Line>> open = new ArrayList<>();

  /** The chargers of what is open, or being carried out. */
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  /** Guarded by this. */
  private Pending pending = new Pending();

  private long pendingBytes;
  private long added;
  private long applied;
  private boolean closed;

  private volatile String trouble = "";

  /**
   * Starts.
   *
   * @param applied the number up to which all is in the database
   * @param pauseMillis so long more may come before it is applied
   * @param then told the number up to which it is now
   */
  Applier(Engine engine, long applied, int pauseMillis, LongConsumer then) {
    this.engine = engine;
    this.pauseMillis = pauseMillis;
    this.then = then;
    this.added = applied;
    this.applied = applied;
    this.thread = Thread.ofPlatform().name("store-apply").daemon().start(this::work);
  }

  /** Why nothing can be applied; empty if all is well. */
  Optional<String> trouble() {
    return Optional.of(trouble).filter(text -> !text.isEmpty());
  }

  /**
   * Waits until more may come.
   *
   * @throws SQLException if nothing can be applied
   */
  void makeRoom() throws SQLException {
    if (!trouble.isEmpty() || isFull()) {
      apply();
    }
  }

  private synchronized boolean isFull() {
    return pendingBytes >= BYTES_MAX;
  }

  /** Takes what the journal holds under a number now. */
  synchronized void add(long number, List<Write> writes, long bytes) {
    boolean idle = added == applied;
    writes.forEach(pending::add);
    pendingBytes += bytes;
    added = number;
    if (idle || pendingBytes >= BYTES_SOON) {
      notifyAll();
    }
  }

  private void work() {
    try {
      while (awaitWork()) {
        tryToApply();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a failure the next try is made when it is asked whether there is room. */
  private synchronized boolean awaitWork() throws InterruptedException {
    while (!closed && (added == applied || !trouble.isEmpty())) {
      wait();
    }
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    long left = pauseMillis;
    while (!closed && left > 0 && pendingBytes < BYTES_SOON) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    }
    return !closed;
  }

  private void tryToApply() {
    try {
      apply();
    } catch (SQLException | RuntimeException e) {
      // The trouble says so.
    }
  }

  /**
   * Applies all that was added.
   *
   * @throws SQLException if that cannot be; then nothing was, and all of it still waits
   */
  void apply() throws SQLException {
    turn.lock();
    try {
      if (isDone()) {
        return;
      }
      long number = carryOutAll();
      open.clear();
      underway.clear();
      synchronized (this) {
        applied = number;
        trouble = "";
        notifyAll();
      }
      then.accept(number);
    } catch (SQLException | RuntimeException e) {
      takeBack(e);
      trouble = String.valueOf(e.getMessage());
      throw e;
    } finally {
      turn.unlock();
    }
  }

  private synchronized boolean isDone() {
    return added == applied && trouble.isEmpty();
  }

  private long carryOutAll() throws SQLException {
    Pending all;
    long number;
    synchronized (this) {
      all = pending;
      number = added;
      underway.addAll(all.chargers());
      pending = new Pending();
      pendingBytes = 0;
    }
    open.addAll(all.all());
    connect();
    all.into(statements);
    About.APPLIED.set(statements, Long.toString(number));
    statements.connection().commit();
    return number;
  }

  private void connect() throws SQLException {
    if (statements == null) {
      Connection connection = engine.connect();
      connection.setAutoCommit(false);
      statements = new Statements(connection);
    }
  }

  /** The database may have ended the transaction by itself, which its driver does not see. */
  private void takeBack(Exception cause) {
    Pending again = new Pending();
    open.forEach(lines -> again.add(lines));
    open.clear();
    synchronized (this) {
      pending.all().forEach(lines -> again.add(lines));
      pending = again;
      underway.clear();
    }
    if (statements != null) {
      try (Statements failed = statements) {
        statements = null;
        failed.connection().rollback();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }

  /**
   * Asks for rows of a charger, all of it applied.
   *
   * @return empty if all of it can be seen by any connection
   * @throws BridgeFault.NotStored if the database cannot be read
   */
  <T> Optional<List<T>> list(Statements.Row<T> row, String charger, String sql, Object... values) {
    if (!touches(charger)) {
      return Optional.empty();
    }
    turn.lock();
    try {
      carryOut(charger);
      return open.isEmpty() ? Optional.empty() : Optional.of(statements.list(row, sql, values));
    } catch (SQLException e) {
      takeBack(e);
      throw new BridgeFault.NotStored("the store cannot be read: " + e.getMessage());
    } finally {
      turn.unlock();
    }
  }

  private synchronized boolean touches(String charger) {
    return pending.has(charger) || underway.contains(charger);
  }

  private void carryOut(String charger) throws SQLException {
    Collection<Line> own;
    synchronized (this) {
      own = pending.take(charger);
      if (!own.isEmpty()) {
        underway.add(charger);
      }
    }
    if (!own.isEmpty()) {
      open.add(own);
      connect();
      Pending.carryOut(own, statements);
    }
  }

  /**
   * Applies all, then ends.
   *
   * @throws SQLException if not all is applied
   */
  @Override
  public void close() throws SQLException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    Threads.join(thread);
    try {
      apply();
    } finally {
      if (statements != null) {
        statements.close();
      }
    }
  }
}
