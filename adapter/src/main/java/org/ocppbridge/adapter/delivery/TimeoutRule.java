package org.ocppbridge.adapter.delivery;

/**
 * Whether a message that got no answer in time counts as refused: only if another call on that link
 * was answered since it first timed out; else the whole link may be deaf. Guarded by the courier's
 * lock.
 */
final class TimeoutRule {
  private long answered;

  /** {@link #answered} when the head timed out last; -1: it has not. */
  private long atTimeout = -1;

  /** Some call was answered. */
  void answered() {
    answered++;
  }

  /** The head timed out; returns whether that counts. */
  boolean counts() {
    boolean counts = atTimeout >= 0 && answered > atTimeout;
    atTimeout = answered;
    return counts;
  }

  /** Another message is the head. */
  void settled() {
    atTimeout = -1;
  }
}
