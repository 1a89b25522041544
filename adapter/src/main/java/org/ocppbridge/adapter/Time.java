package org.ocppbridge.adapter;

import java.time.Instant;

/** The time and what happens at a time; passed in, so that tests move it by hand. */
interface Time {
  Instant now();

  /** Runs a task on a virtual thread of its own; what it throws is logged. */
  void run(Runnable task);

  /** Runs a task like {@link #run}, not before {@code time}. */
  void at(Instant time, Runnable task);
}
