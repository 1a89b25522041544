package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Which links are open, so that all can be closed in the end. */
final class OpenLinks {

  private final Set<ReconnectingLink> open = new HashSet<>();
  private boolean ending;

  void opened(ReconnectingLink link) {
    boolean tooLate;
    synchronized (this) {
      open.add(link);
      tooLate = ending;
    }
    if (tooLate) {
      link.close();
    }
  }

  synchronized void closed(ReconnectingLink link) {
    open.remove(link);
    notifyAll();
  }

  synchronized int size() {
    return open.size();
  }

  /** Closes all, and every one that is opened from now on, and waits until they are. */
  void closeAll(Duration most) {
    List<ReconnectingLink> links;
    synchronized (this) {
      ending = true;
      links = List.copyOf(open);
    }
    links.forEach(ReconnectingLink::close);
    long end = System.nanoTime() + most.toNanos();
    synchronized (this) {
      for (long left = most.toNanos();
          !open.isEmpty() && left > 0;
          left = end - System.nanoTime()) {
        try {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
