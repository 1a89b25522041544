package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Nobody waits for it: what is written later shall be written now. */
  private static final Job LATER = new Job(new Write());

  private final Commit commit;
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final Queue<Write> later = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean laterTold = new AtomicBoolean();
  private final Thread thread;
  private final AtomicLong written = new AtomicLong();

  private volatile boolean ended;
  private volatile String trouble = "";

  /** Starts to write. */
  GroupWriter(Commit commit) {
    this.commit = commit;
    this.thread = Thread.ofPlatform().name("store").daemon().start(this::work);
  }

  /** Why nothing can be written now; empty if all is well. */
  Optional<String> trouble() {
    return Optional.of(trouble).filter(text -> !text.isEmpty()).or(commit::trouble);
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
    commit.prepare(write);
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

  /**
   * Carries out a write soon, together with others; not waited for, and never waits. If it fails it
   * is tried again with a later one.
   */
  void writeLater(Write write) {
    later.add(write);
    if (laterTold.compareAndSet(false, true) && !queue.offer(LATER)) {
      // So many wait that the next group is sure to come.
      laterTold.set(false);
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
        if (first != null) {
          group(first);
        } else if (trouble().isPresent()) {
          probe();
        }
      }
      commit(laterJobs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      refuseAll();
    }
  }

  /** Null: nothing came, and it is time to see whether all is well. */
  private Job next() throws InterruptedException {
    return queue.poll(1, TimeUnit.SECONDS);
  }

  private void group(Job first) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(first);
    queue.drainTo(jobs, GROUP_MAX - 1);
    boolean stop = jobs.remove(STOP);
    jobs.removeAll(List.of(LATER));
    jobs.addAll(laterJobs());
    commit(jobs);
    if (stop) {
      queue.add(STOP);
    }
  }

  private List<Job> laterJobs() {
    laterTold.set(false);
    List<Job> jobs = new ArrayList<>();
    for (Write write = later.poll(); write != null; write = later.poll()) {
      Job job = new Job(write);
      Write again = write;
      var _ = job.done().exceptionally(failure -> again(again));
      jobs.add(job);
    }
    return jobs;
  }

  private Void again(Write write) {
    later.add(write);
    return null;
  }

  private void commit(List<Job> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    try {
      commit.commit(jobs.stream().map(Job::write).toList());
      jobs.forEach(job -> written.addAndGet(job.write().size()));
      well();
      jobs.forEach(job -> job.done().complete(null));
    } catch (SQLException | IOException | RuntimeException e) {
      boolean all = commit.concernsAll(e);
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
            new Job(new Write().add(Sql.ABOUT, About.PROBE.text(), PROBE)),
            new Job(new Write().add(Sql.ABOUT, About.PROBE.text(), ""))));
  }

  private void refuseAll() {
    List<Job> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(
        job -> job.done().completeExceptionally(new IllegalStateException("the store is closed")));
  }

  /** Carries out what waits, then stops. */
  @Override
  public void close() throws SQLException, IOException {
    if (thread.isAlive()) {
      put(STOP);
    }
    Threads.join(thread);
    commit.close();
  }
}
