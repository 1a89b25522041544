package org.ocppbridge.adapter.soap.in;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The memory of all request bodies under way together. When it is used up, the body that has been
 * arriving for longest is given up in favour of the others: an honest one takes milliseconds, so
 * whoever sends slowly on many connections drives out himself. Bodies being worked on stay.
 */
final class BodyBudget {

  private final long max;
  private long held;
  private final Set<Hold> arriving = new LinkedHashSet<>();

  /**
   * @param max bytes of all bodies together
   */
  BodyBudget(long max) {
    this.max = max;
  }

  /** Bytes held now. */
  synchronized long held() {
    return held;
  }

  /**
   * The share of a body that begins to arrive.
   *
   * @param givenUp run on the thread of another body when this one has to go: lets go of its memory
   *     before it returns
   */
  Hold hold(Runnable givenUp) {
    return new Hold(givenUp);
  }

  /** What one body holds. */
  final class Hold {
    private final Runnable givenUp;
    private long bytes;
    private boolean over;

    private Hold(Runnable givenUp) {
      this.givenUp = givenUp;
    }

    /** Takes so many bytes more; false if there are none, even without those still arriving. */
    boolean grow(int more) {
      List<Hold> gone = new ArrayList<>();
      boolean taken = take(more, gone);
      gone.forEach(hold -> hold.givenUp.run());
      return taken;
    }

    private boolean take(int more, List<Hold> gone) {
      synchronized (BodyBudget.this) {
        if (!over && bytes == 0) {
          arriving.add(this);
        }
        while (!over && held + more > max) {
          Hold longest = arriving.isEmpty() ? this : arriving.iterator().next();
          if (longest == this) {
            return false;
          }
          longest.release();
          gone.add(longest);
        }
        if (over) {
          return false;
        }
        bytes += more;
        held += more;
        return true;
      }
    }

    /**
     * The body is complete and is worked on: it cannot be given up any more.
     *
     * @return false if it was given up before
     */
    boolean arrived() {
      synchronized (BodyBudget.this) {
        arriving.remove(this);
        return !over;
      }
    }

    /** Gives all back, for good; again does nothing. */
    void release() {
      synchronized (BodyBudget.this) {
        over = true;
        arriving.remove(this);
        held -= bytes;
        bytes = 0;
      }
    }
  }
}
