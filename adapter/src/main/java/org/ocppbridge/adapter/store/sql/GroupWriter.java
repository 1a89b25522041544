package org.ocppbridge.adapter.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ocppbridge.mappings.BridgeFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all that wait, up to {@value #GROUP_MAX}, in one
 * transaction, so that they share the cost of one commit; there is no timer: groups grow by
 * themselves while the disk is busy.
 *
 * <p>A database that takes nothing is tried again once a second, until it does.
 */
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

  static final int GROUP_MAX = 1024;

  /** Most that wait; over it callers wait before they may wait. */
  private static final int QUEUE_MAX = 10_000;

  /** More than a transaction message needs, so that success says something. */
  private static final String PROBE = "x".repeat(64 << 10);

  /** What waits for its commit. */
  private record Job(Write write, CompletableFuture<Void> done) {
    Job(Write write) {
      this(write, new CompletableFuture<>());
    }
  }

  private static final Job STOP = new Job(new Write());

  private final Engine engine;
  private final Map<Sql, PreparedStatement> statements = new EnumMap<>(Sql.class);
  private final Set<Sql> used = EnumSet.noneOf(Sql.class);
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final Thread thread;
  private final AtomicLong written = new AtomicLong();

  /** Null after a failure: what it thinks of its transactions cannot be relied on then. */
  private Connection connection;

  private volatile boolean ended;
  private volatile String trouble = "";

  /**
   * Starts to write.
   *
   * @throws SQLException if there is no connection to be had
   */
  GroupWriter(Engine engine) throws SQLException {
    this.engine = engine;
    connect();
    this.thread = Thread.ofPlatform().name("store").daemon().start(this::work);
  }

  /** Why nothing can be written now; empty if all is well. */
  Optional<String> trouble() {
    return Optional.of(trouble).filter(text -> !text.isEmpty());
  }

  /** How much was written, as {@link Write#size} counts. */
  long written() {
    return written.get();
  }

  /**
   * Carries out a write; it is safe when this returns.
   *
   * @throws BridgeFault.NotStored if it was not carried out
   */
  void write(Write write) {
    Job job = new Job(write);
    put(job);
    if (ended) {
      refuseAll();
    }
    try {
      job.done().join();
    } catch (CompletionException e) {
      throw new BridgeFault.NotStored(e.getCause().getMessage());
    }
  }

  private void put(Job job) {
    try {
      queue.put(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BridgeFault.NotStored("the bridge is stopping");
    }
  }

  private void work() {
    try {
      for (Job first = next(); !STOP.equals(first); first = next()) {
        if (first == null) {
          probe();
        } else {
          group(first);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      refuseAll();
    }
  }

  /** Null: nothing came, and it is time to see whether the database works again. */
  private Job next() throws InterruptedException {
    return trouble.isEmpty() ? queue.take() : queue.poll(1, TimeUnit.SECONDS);
  }

  private void group(Job first) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(first);
    queue.drainTo(jobs, GROUP_MAX - 1);
    boolean stop = jobs.remove(STOP);
    commit(jobs);
    if (stop) {
      queue.add(STOP);
    }
  }

  private void commit(List<Job> jobs) {
    try {
      connect();
      carryOut(jobs);
      connection.commit();
      jobs.forEach(job -> written.addAndGet(job.write().size()));
      well();
      jobs.forEach(job -> job.done().complete(null));
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      boolean all = e instanceof SQLException failure && engine.concernsAll(failure);
      if (all) {
        ill(e);
      }
      if (all || jobs.size() == 1) {
        jobs.forEach(job -> job.done().completeExceptionally(e));
      } else {
        // One of them is to blame; the others must not suffer for it.
        jobs.forEach(job -> commit(List.of(job)));
      }
    }
  }

  /**
   * Each kind of statement for all of them at once, in the order of {@link Sql}: within a write the
   * order does not matter, and the writes of one charger never wait together.
   */
  private void carryOut(List<Job> jobs) throws SQLException {
    for (Job job : jobs) {
      for (Write.Line line : job.write().lines()) {
        PreparedStatement statement = statement(line.sql());
        Object[] values = line.values();
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        used.add(line.sql());
      }
    }
    for (Sql sql : used) {
      for (int rows : statements.get(sql).executeBatch()) {
        if (sql.one() && rows != 1) {
          throw new SQLException(sql + " reached " + rows + " rows: another serves the charger");
        }
      }
    }
    used.clear();
  }

  private PreparedStatement statement(Sql sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql.text());
      statements.put(sql, statement);
    }
    return statement;
  }

  private void connect() throws SQLException {
    if (connection == null) {
      connection = engine.connect();
      connection.setAutoCommit(false);
    }
  }

  /** SQLite may have ended the transaction by itself, which its driver does not see. */
  private void rollback(Exception cause) {
    statements.clear();
    used.clear();
    if (connection != null) {
      try (Connection failed = connection) {
        connection = null;
        failed.rollback();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private void ill(Exception e) {
    if (trouble.isEmpty()) {
      LOG.error("the store takes nothing, chargers get no answers until it does: {}", e.toString());
    }
    trouble = e.getMessage();
  }

  private void well() {
    if (!trouble.isEmpty()) {
      LOG.warn("the store works again");
      trouble = "";
    }
  }

  private void probe() {
    commit(
        List.of(
            new Job(new Write().add(Sql.ABOUT, "probe", PROBE)),
            new Job(new Write().add(Sql.ABOUT, "probe", ""))));
  }

  private void refuseAll() {
    List<Job> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(
        job -> job.done().completeExceptionally(new IllegalStateException("the store is closed")));
  }

  /** Carries out what waits, then stops. */
  @Override
  public void close() throws SQLException {
    if (thread.isAlive()) {
      put(STOP);
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (connection != null) {
      connection.close();
    }
  }
}
