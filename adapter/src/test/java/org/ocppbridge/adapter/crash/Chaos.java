package org.ocppbridge.adapter.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the bridge at random times, mostly by SIGKILL, and vexes it with its CSMSs meanwhile. */
final class Chaos {

  /** It is ended after it answered so many messages at most. */
  private static final int ANSWERS_MAX = 200;

  private final CrashingBridge bridge;
  private final Fleet fleet;
  private final MoodyCsms csms;
  private final Random random;
  private final List<Long> kills = new ArrayList<>();
  private int stops;

  Chaos(CrashingBridge bridge, Fleet fleet, MoodyCsms csms, long seed) {
    this.bridge = bridge;
    this.fleet = fleet;
    this.csms = csms;
    this.random = new Random(seed);
  }

  /** When it was killed. */
  List<Long> kills() {
    return kills;
  }

  /** How often it was ended in order. */
  int stops() {
    return stops;
  }

  /** Ends and starts it until it was killed so often; it serves in the end. */
  void run(int wanted) {
    while (kills.size() < wanted) {
      boolean early = random.nextInt(8) == 0;
      if (!early) {
        bridge.awaitReady();
        if (random.nextInt(3) == 0) {
          csms.misbehave(200 + random.nextInt(2000));
        }
        fleet.awaitAnswers(random.nextInt(ANSWERS_MAX));
      }
      pause(random.nextInt(300));
      if (!early && random.nextInt(5) == 0) {
        bridge.terminate();
        stops++;
      } else {
        bridge.kill();
        // What was on its way is read by now or never.
        kills.add(System.nanoTime());
      }
      bridge.start();
    }
    bridge.awaitReady();
  }

  private static void pause(int millis) {
    try {
      boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
