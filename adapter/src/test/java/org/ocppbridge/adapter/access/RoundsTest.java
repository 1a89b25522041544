package org.ocppbridge.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void whoComesWhileARoundIsUnderWayTakesPartInTheNext() {
    ConcurrentLinkedQueue<List<Integer>> rounds = new ConcurrentLinkedQueue<>();
    CountDownLatch firstGoesOn = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    Rounds<Integer> writing =
        new Rounds<>(
            items -> {
              assertThat(atOnce.incrementAndGet()).isEqualTo(1);
              rounds.add(items);
              if (rounds.size() == 1) {
                await(firstGoesOn);
              }
              atOnce.decrementAndGet();
            });
    CompletableFuture<Void> first = begin(writing, 0);
    Awaitility.await().until(() -> rounds.size() == 1);
    List<CompletableFuture<Void>> others =
        IntStream.range(1, 50).mapToObj(item -> begin(writing, item)).toList();
    Awaitility.await().until(() -> writing.coming() == 49);
    assertThat(others).noneMatch(CompletableFuture::isDone);

    firstGoesOn.countDown();
    first.join();
    others.forEach(CompletableFuture::join);

    assertThat(rounds).hasSize(2);
    assertThat(rounds.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(IntStream.range(0, 50).boxed().toList());
  }

  private static CompletableFuture<Void> begin(Rounds<Integer> writing, int item) {
    return CompletableFuture.runAsync(() -> writing.join(item), Thread::startVirtualThread);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
