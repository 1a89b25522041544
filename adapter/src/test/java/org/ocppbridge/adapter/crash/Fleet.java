package org.ocppbridge.adapter.crash;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.e2e.Eventually;
import org.ocppbridge.mappings.SoapVersion;

/** Chargers of all versions, half of them with a 1.6J CSMS and half with one of 2.0.1. */
final class Fleet implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 4;

  private final List<FieldCharger> chargers = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Fleet(int size, InetSocketAddress bridge, long seed) {
    SoapVersion[] versions = SoapVersion.values();
    for (int i = 0; i < size; i++) {
      String id = (i % 2 == 0 ? "J16-" : "J201-") + i;
      SoapVersion version = versions[i / 2 % versions.length];
      chargers.add(new FieldCharger(id, version, bridge, seed * 1000 + i, over));
    }
  }

  List<FieldCharger> chargers() {
    return chargers;
  }

  /** Sends them to work, and waits until all are at it. */
  void start() {
    chargers.forEach(threads::execute);
    Eventually.is(
        "work by all chargers",
        () -> chargers.stream().noneMatch(charger -> charger.told().isEmpty()));
  }

  /** Waits until so many more messages were answered. */
  void awaitAnswers(int count) {
    int before = answers();
    Eventually.is(() -> count + " answers", () -> answers() >= before + count);
  }

  /** Messages answered so far. */
  int answers() {
    return chargers.stream().mapToInt(charger -> charger.told().size()).sum();
  }

  /** Lets the chargers end their transactions, and waits until they have. */
  void goHome() {
    over.countDown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("some chargers got no answers in the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    over.countDown();
    threads.shutdownNow();
  }
}
