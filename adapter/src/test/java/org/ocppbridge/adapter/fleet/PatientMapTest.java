package org.ocppbridge.adapter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatientMapTest {
  private final PatientMap<Integer, String> map = new PatientMap<>();

  @Test
  void workThatTakesItsTimeHoldsUpNeitherOtherKeysNorTheGrowthOfTheTable() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<String> slow =
        CompletableFuture.supplyAsync(
            () ->
                map.change(
                    0,
                    known -> {
                      begun.countDown();
                      await(goOn);
                      return "slow";
                    }),
            Thread::startVirtualThread);
    await(begun);
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> IntStream.range(1, 4_000).forEach(key -> map.change(key, known -> "quick")),
            Thread::startVirtualThread);

    others.orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(slow).isNotDone();
    assertThat(map.get(0)).isNull();
    goOn.countDown();
    assertThat(slow.join()).isEqualTo("slow");
    assertThat(map.size()).isEqualTo(4_000);
  }

  @Test
  void oneKeyIsChangedByOneAtATime() {
    IntStream.range(0, 1_000)
        .parallel()
        .forEach(i -> map.change(7, known -> known == null ? "x" : known + "x"));
    assertThat(map.get(7)).hasSize(1_000);
  }

  @Test
  void noValueTakesTheKeyAwayAndWhatFailsChangesNothing() {
    map.change(1, known -> "one");
    assertThatThrownBy(
            () ->
                map.change(
                    1,
                    known -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(map.view()).containsOnlyKeys(1);

    assertThat(map.change(1, known -> null)).isNull();
    assertThat(map.size()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
