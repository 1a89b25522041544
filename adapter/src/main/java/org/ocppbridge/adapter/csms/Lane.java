package org.ocppbridge.adapter.csms;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after another, in the order they came, on threads of an executor or of who brings
 * them. Holds no thread while there is nothing to do.
 */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Executor executor;
  private final Queue<Runnable> waiting = new ArrayDeque<>(2);
  private boolean running;

  Lane(Executor executor) {
    this.executor = executor;
  }

  void run(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::drain);
  }

  /**
   * The same, but a task that finds the lane empty is run on the caller's thread, which saves
   * waking another. Only for short tasks that never wait, from callers who hold no lock that a task
   * may need. What comes meanwhile is left to the executor, so that nobody is kept here.
   */
  void runHere(Runnable task) {
    synchronized (waiting) {
      if (running) {
        waiting.add(task);
        return;
      }
      running = true;
    }
    step(task);
    synchronized (waiting) {
      running = !waiting.isEmpty();
      if (!running) {
        return;
      }
    }
    executor.execute(this::drain);
  }

  private void drain() {
    for (Runnable task = next(); task != null; task = next()) {
      step(task);
    }
  }

  private static void step(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      // Errors too: an uncaught one would leave this lane running for ever, with nobody in it.
      LOG.error("a step of a CSMS link failed", failure);
    }
  }

  private Runnable next() {
    synchronized (waiting) {
      Runnable task = waiting.poll();
      running = task != null;
      return task;
    }
  }
}
