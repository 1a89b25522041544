package org.ocppbridge.adapter.csms;

/** Where a {@link LinkMachine} stands, with what it holds there. */
sealed interface Phase {
  /** Nothing to do. */
  record Closed() implements Phase {}

  /** Waits until it may dial again. */
  record Waiting(Timers.Timer timer) implements Phase {}

  /** Waits for its turn among the links of the target. */
  record Queued(Pacer.Turn turn) implements Phase {}

  /** A handshake is under way. */
  record Dialling(Dialer.Caller attempt, Pacer.Turn turn, Dialer.Dial dial, Timers.Timer deadline)
      implements Phase {

    /** Gives up. */
    void stop() {
      deadline.cancel();
      dial.cancel();
      turn.done();
    }
  }

  /**
   * Connected.
   *
   * @param since when the connection was made, as {@link Timers#nanos()}
   */
  record Up(Dialer.Caller attempt, Session session, Wire wire, long since) implements Phase {}

  /**
   * The close frame is sent; the connection is not gone yet.
   *
   * @param backOff whether to wait before the next dial, because the connection was left for a
   *     reason
   */
  record Closing(Dialer.Caller attempt, Timers.Timer deadline, boolean backOff) implements Phase {}
}
