package org.ocppbridge.adapter.soap.in;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.ocppbridge.adapter.soap.Place;

/**
 * Counts the requests that are worked on and those that only wait, each up to a limit. The last
 * places are kept for transaction messages: what a charger may lose or send again never keeps out
 * what it may not. Every request passes here, so nobody waits for a lock.
 */
final class Room {

  /** One place in so many is for transaction messages alone. */
  static final int KEPT_ONE_IN = 4;

  private final AtomicInteger inWork = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder hurried = new LongAdder();
  private volatile SoapSettings.Places limits;
  private volatile boolean closed;

  Room(SoapSettings.Places limits) {
    this.limits = limits;
  }

  /** Requests that are worked on. */
  int inWork() {
    return inWork.get();
  }

  /** Requests that wait. */
  int waiting() {
    return waiting.get();
  }

  /** Requests so far that had to go on without waiting: too many waited. */
  long hurried() {
    return hurried.sum();
  }

  /** Has other limits from now on; who is in stays. */
  void resize(SoapSettings.Places other) {
    limits = other;
  }

  /** Of these places, how many are for any request; the others are for transaction messages. */
  private static int placesForAll(int places) {
    return Math.max(1, places - Math.ceilDiv(places, KEPT_ONE_IN));
  }

  /**
   * Takes a place if there is one; never waits.
   *
   * @param transaction whether it may take one of those kept for transaction messages
   * @return null if there is none
   */
  Taken enter(boolean transaction) {
    int places = limits.inWork();
    if (closed || !oneMore(inWork, transaction ? places : placesForAll(places))) {
      return null;
    }
    Taken taken = new Taken();
    if (closed) {
      taken.leave();
      return null;
    }
    return taken;
  }

  private static boolean oneMore(AtomicInteger count, int most) {
    int now = count.get();
    while (now < most) {
      int witness = count.compareAndExchange(now, now + 1);
      if (witness == now) {
        return true;
      }
      now = witness;
    }
    return false;
  }

  /** Lets nobody in any more and waits until all have left; gives up after the time. */
  synchronized void drain(Duration patience) {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toMillis();
          left > 0 && inWork.get() + waiting.get() > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void tellWhoDrains() {
    notifyAll();
  }

  /** Where a request is: at work, aside, or gone. */
  private enum Where {
    IN_WORK,
    ASIDE,
    GONE
  }

  /** The place of one request. */
  final class Taken implements Place {
    private final AtomicReference<Where> where = new AtomicReference<>(Where.IN_WORK);

    private Taken() {}

    @Override
    public boolean stepAside() {
      if (!oneMore(waiting, limits.waiting())) {
        hurried.increment();
        return false;
      }
      boolean aside = where.compareAndSet(Where.IN_WORK, Where.ASIDE);
      (aside ? inWork : waiting).decrementAndGet();
      return true;
    }

    @Override
    public void stepBack() {
      if (where.compareAndSet(Where.ASIDE, Where.IN_WORK)) {
        inWork.incrementAndGet();
        waiting.decrementAndGet();
      }
    }

    /** Gives the place up for good; again does nothing. */
    void leave() {
      switch (where.getAndSet(Where.GONE)) {
        case IN_WORK -> inWork.decrementAndGet();
        case ASIDE -> waiting.decrementAndGet();
        case GONE -> {
          // counted already
        }
      }
      if (closed) {
        tellWhoDrains();
      }
    }
  }
}
