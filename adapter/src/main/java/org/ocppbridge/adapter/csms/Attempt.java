package org.ocppbridge.adapter.csms;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One dial and the connection that came of it. What it hears, on whatever thread, it tells on the
 * link's lane; the link listens only to its current one.
 */
final class Attempt implements Dialer.Caller {

  /** The link it belongs to; called on the link's lane. */
  interface Home {
    void connected(Attempt attempt, Wire wire);

    void refused(Attempt attempt, Dialer.Refusal refusal);

    void text(Attempt attempt, String message);

    void pong(Attempt attempt);

    /** The connection has to be left with this close code. */
    void unacceptable(Attempt attempt, int closeCode, String reason);

    void gone(Attempt attempt, String reason);
  }

  /** Longest message, in characters, that is read on the I/O thread: the others wait for it. */
  private static final int SHORT = 16_384;

  private final Lane lane;
  private final Home home;
  private final long waitingMax;
  private final AtomicLong waiting = new AtomicLong();

  /**
   * @param waitingMax most characters received and not yet looked at
   */
  Attempt(Lane lane, Home home, long waitingMax) {
    this.lane = lane;
    this.home = home;
    this.waitingMax = waitingMax;
  }

  @Override
  public void connected(Wire wire) {
    lane.run(() -> home.connected(this, wire));
  }

  @Override
  public void refused(Dialer.Refusal refusal) {
    lane.run(() -> home.refused(this, refusal));
  }

  @Override
  public void text(String message) {
    if (waiting.addAndGet(message.length()) > waitingMax) {
      unacceptable(1008, "the CSMS sends faster than its messages can be read");
      return;
    }
    Runnable reading =
        () -> {
          waiting.addAndGet(-message.length());
          home.text(this, message);
        };
    if (message.length() <= SHORT) {
      lane.runHere(reading);
    } else {
      lane.run(reading);
    }
  }

  @Override
  public void pong() {
    lane.run(() -> home.pong(this));
  }

  @Override
  public void unacceptable(int closeCode, String reason) {
    lane.run(() -> home.unacceptable(this, closeCode, reason));
  }

  @Override
  public void gone(String reason) {
    lane.run(() -> home.gone(this, reason));
  }
}
