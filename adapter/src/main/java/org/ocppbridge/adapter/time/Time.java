package org.ocppbridge.adapter.time;

import java.time.Instant;

/** The time and what happens at a time; passed in, so that tests move it by hand. */
public interface Time {

  /** The time of day, for all that is told or kept. Somebody may set the clock at any moment. */
  Instant now();

  /**
   * A time that only goes forward, as fast as time passes, whatever is done to the clock: for
   * deadlines and waits. Of no meaning outside of this process.
   */
  Instant steady();

  /** Runs a task on a virtual thread of its own; what it throws is logged. */
  void run(Runnable task);

  /**
   * Runs a task like {@link #run}, not before {@code time}.
   *
   * @param time as {@link #steady} will say it
   */
  void at(Instant time, Runnable task);
}
