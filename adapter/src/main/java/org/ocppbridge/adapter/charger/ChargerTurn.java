package org.ocppbridge.adapter.charger;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whose turn it is at one charger: its steps run one after another, each on the thread that brought
 * it. Steps of different chargers run side by side. A step is pure conversion and one commit to the
 * store; it never waits for the charger or the CSMS.
 */
final class ChargerTurn {
  private final ReentrantLock turn = new ReentrantLock(true);

  <T> T run(Supplier<T> step) {
    turn.lock();
    try {
      return step.get();
    } finally {
      turn.unlock();
    }
  }

  void run(Runnable step) {
    run(
        () -> {
          step.run();
          return null;
        });
  }
}
