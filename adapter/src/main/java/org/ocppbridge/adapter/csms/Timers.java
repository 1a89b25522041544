package org.ocppbridge.adapter.csms;

import java.time.Duration;

/** Time as the links need it; tests pass their own and let it jump. */
interface Timers {

  /** Something that will happen. */
  interface Timer {
    /** Makes it not happen. Harmless if it has. */
    void cancel();
  }

  /** A clock that only goes forward, in nanoseconds, from an arbitrary start. */
  long nanos();

  /**
   * Runs a task later, once.
   *
   * @param task must be short: all links share the thread it runs on
   */
  Timer after(Duration delay, Runnable task);
}
