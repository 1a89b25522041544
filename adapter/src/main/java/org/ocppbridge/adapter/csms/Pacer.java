package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whose turn it is to dial one target: first come, first served, at most {@code connectRate} a
 * second and {@code handshakesMax} at a time, so that a whole fleet comes back without running the
 * CSMS over.
 */
final class Pacer {

  /** How much of a late timer may be made up for. */
  private static final long CATCH_UP_NANOS = Duration.ofMillis(50).toNanos();

  private long intervalNanos;
  private int handshakesMax;
  private final Timers timers;
  private final LinkedHashSet<Turn> waiting = new LinkedHashSet<>();
  private long nextAt;
  private int underWay;
  private boolean timed;

  Pacer(CsmsTarget.Pace pace, Timers timers) {
    this.timers = timers;
    this.nextAt = timers.nanos();
    keep(pace);
  }

  /** Keeps another pace from now on. */
  final synchronized void keep(CsmsTarget.Pace pace) {
    intervalNanos = Duration.ofSeconds(1).toNanos() / pace.connectRate();
    handshakesMax = pace.handshakesMax();
  }

  /** A place in the queue; then, from its turn on, a handshake under way. */
  final class Turn {
    private final Consumer<Turn> dial;
    private boolean granted;
    private boolean over;

    private Turn(Consumer<Turn> dial) {
      this.dial = dial;
    }

    /**
     * Leaves the queue, or says that the handshake is over. Has to be called for every turn; only
     * the first call counts.
     */
    void done() {
      synchronized (Pacer.this) {
        if (over) {
          return;
        }
        over = true;
        if (granted) {
          underWay--;
        } else {
          waiting.remove(this);
        }
      }
      grant();
    }
  }

  /**
   * Queues up.
   *
   * @param dial run once, when it is this one's turn; must be short
   */
  Turn queue(Consumer<Turn> dial) {
    Turn turn = new Turn(dial);
    synchronized (this) {
      waiting.add(turn);
    }
    grant();
    return turn;
  }

  private void grant() {
    List<Turn> now = new ArrayList<>();
    synchronized (this) {
      long time = timers.nanos();
      while (!waiting.isEmpty() && underWay < handshakesMax && time - nextAt >= 0) {
        Turn turn = waiting.removeFirst();
        turn.granted = true;
        underWay++;
        nextAt = Math.max(nextAt - time, -CATCH_UP_NANOS) + time + intervalNanos;
        now.add(turn);
      }
      if (!waiting.isEmpty() && underWay < handshakesMax && !timed) {
        timed = true;
        timers.after(Duration.ofNanos(nextAt - time), this::timeIsUp);
      }
    }
    now.forEach(turn -> turn.dial.accept(turn));
  }

  private void timeIsUp() {
    synchronized (this) {
      timed = false;
    }
    grant();
  }
}
