package org.ocppbridge.adapter.store.sql;

/** Waiting for threads. */
final class Threads {
  private Threads() {}

  /** Waits until a thread has ended, whoever wants to interrupt that. */
  static void join(Thread thread) {
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
  }
}
