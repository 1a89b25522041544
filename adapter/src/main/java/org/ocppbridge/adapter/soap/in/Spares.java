package org.ocppbridge.adapter.soap.in;

import jakarta.xml.bind.JAXBException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Things that are costly to make and serve one at a time. They are lent out and taken back; more
 * are made when more are needed at once. What was lent when something went wrong does not come
 * back.
 */
final class Spares<T> {

  /** So many are kept. */
  private static final int KEPT = 64;

  private final BlockingQueue<T> kept = new ArrayBlockingQueue<>(KEPT);
  private final Maker<T> maker;

  /** Makes another one. */
  @FunctionalInterface
  interface Maker<T> {
    T make() throws JAXBException;
  }

  /** What is done with one. */
  @FunctionalInterface
  interface Work<T, R> {
    R with(T lent) throws JAXBException;
  }

  Spares(Maker<T> maker) {
    this.maker = maker;
  }

  <R> R with(Work<T, R> work) throws JAXBException {
    T polled = kept.poll();
    T lent = polled == null ? maker.make() : polled;
    R result = work.with(lent);
    boolean _ = kept.offer(lent);
    return result;
  }
}
