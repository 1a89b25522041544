package org.ocppbridge.adapter.soap.in;

import java.time.Duration;
import org.ocppbridge.adapter.soap.Place;

/**
 * Counts the requests that are worked on and those that only wait, each up to a limit. The last
 * places are kept for transaction messages: what a charger may lose or send again never keeps out
 * what it may not.
 */
final class Room {

  /** One place in so many is for transaction messages alone. */
  static final int KEPT_ONE_IN = 4;

  private SoapSettings.Places limits; // this and all below guarded by this
  private int inWork;
  private int waiting;
  private long hurried;
  private boolean closed;

  Room(SoapSettings.Places limits) {
    this.limits = limits;
  }

  /**
   * How full it is.
   *
   * @param inWork requests that are worked on
   * @param waiting requests that wait
   * @param hurried requests so far that had to go on without waiting: too many waited
   */
  record Load(int inWork, int waiting, long hurried) {}

  synchronized Load load() {
    return new Load(inWork, waiting, hurried);
  }

  /** Has other limits from now on; who is in stays. */
  synchronized void resize(SoapSettings.Places other) {
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
  synchronized Taken enter(boolean transaction) {
    int places = transaction ? limits.inWork() : placesForAll(limits.inWork());
    if (closed || inWork >= places) {
      return null;
    }
    inWork++;
    return new Taken();
  }

  /** Lets nobody in any more and waits until all have left; gives up after the time. */
  synchronized void drain(Duration patience) {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toMillis();
          left > 0 && inWork + waiting > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where a request is: at work, aside, or gone. */
  private enum Where {
    IN_WORK,
    ASIDE,
    GONE
  }

  /** The place of one request. */
  final class Taken implements Place {
    private Where where = Where.IN_WORK; // guarded by the room

    private Taken() {}

    @Override
    public boolean stepAside() {
      synchronized (Room.this) {
        if (where != Where.IN_WORK) {
          return true;
        }
        if (waiting >= limits.waiting()) {
          hurried++;
          return false;
        }
        inWork--;
        waiting++;
        where = Where.ASIDE;
        return true;
      }
    }

    @Override
    public void stepBack() {
      synchronized (Room.this) {
        if (where == Where.ASIDE) {
          waiting--;
          inWork++;
          where = Where.IN_WORK;
        }
      }
    }

    /** Gives the place up for good; again does nothing. */
    void leave() {
      synchronized (Room.this) {
        switch (where) {
          case IN_WORK -> inWork--;
          case ASIDE -> waiting--;
          case GONE -> {
            // counted already
          }
        }
        where = Where.GONE;
        Room.this.notifyAll();
      }
    }
  }
}
