package org.ocppbridge.adapter.watch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ocppbridge.mappings.Loss;

/** Listens to what the rooms tell of their work. All methods are quick, and safe for any thread. */
public interface Watch {

  /** Listens to nothing. */
  Watch NONE = new Watch() {};

  /** Hears how something ended that began. */
  @FunctionalInterface
  interface Timing {

    /** Nobody listens. */
    Timing NONE = outcome -> {};

    /**
     * It ended; called once.
     *
     * @param outcome in one word of a fixed set
     */
    void end(String outcome);

    /** Tells another one as well. */
    default Timing and(Timing other) {
      return outcome -> {
        end(outcome);
        other.end(outcome);
      };
    }
  }

  /** An exchange begins on this thread; what it is becomes known on the way. */
  default Timing exchange(WatchedExchange exchange) {
    return Timing.NONE;
  }

  /**
   * A stage begins. It may end on another thread.
   *
   * @param what operation or action it works on; may come from outside
   */
  default Timing stage(Stage stage, String what) {
    return Timing.NONE;
  }

  /** A message was not carried over unchanged. */
  default void lost(String operation, List<Loss> losses) {}

  /** A charger's clock was seen to be ahead by so much; negative: behind. */
  default void clock(Duration ahead) {}

  /** A request was turned away before it was known who asks for what. */
  default void turnedAway(Refusal reason) {}

  /**
   * A common mistake shows; told each time it does.
   *
   * @param charger whose; empty if it does not say
   * @param seen what shows it, as part of a sentence; may come from outside
   */
  default void noticed(Mistake mistake, String charger, String seen) {}

  /** Mistakes of a charger are not there any more, if they ever were. */
  default void over(String charger, Set<Mistake> mistakes) {}

  /** A task that goes on elsewhere with what this thread has begun. */
  default Runnable carried(Runnable task) {
    return task;
  }

  /** Tells two. */
  default Watch and(Watch other) {
    return new Both(this, other);
  }
}
