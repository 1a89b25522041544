package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.StartTransaction;

class InWorkTest {
  private static final StartTransaction.Request START =
      new StartTransaction.Request(1, "TAG", Instant.EPOCH, BigDecimal.ONE, null);
  private static final StartTransaction.Answer ANSWER = new StartTransaction.Answer(null, 7);

  private final InWork inWork = new InWork();
  private final AtomicInteger worked = new AtomicInteger();

  @Test
  void what_is_over_is_worked_on_again() {
    once();
    once();

    assertThat(worked).hasValue(2);
  }

  @Test
  void a_failure_is_everybody_s_and_forgotten_afterwards() throws InterruptedException {
    BridgeFault fault = new BridgeFault.NotStored("full");
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<Void> go = new CompletableFuture<>();
    CompletableFuture<StartTransaction.Answer> first =
        CompletableFuture.supplyAsync(
            () ->
                inWork.once(
                    StartTransaction.FROM_CHARGER,
                    START,
                    () -> {
                      begun.complete(null);
                      go.join();
                      throw fault;
                    }));
    begun.join();
    AtomicReference<Throwable> second = new AtomicReference<>();
    Thread repetition =
        Thread.ofPlatform()
            .start(
                () ->
                    second.set(
                        catchThrowable(
                            () ->
                                inWork.once(StartTransaction.FROM_CHARGER, START, () -> ANSWER))));
    Awaitility.await().until(() -> repetition.getState() == Thread.State.WAITING);
    go.complete(null);

    repetition.join();
    assertThat(second).hasValue(fault);
    assertThatThrownBy(first::join).hasCause(fault);
    assertThat(once()).isSameAs(ANSWER);
  }

  @Test
  void equal_authorizes_are_each_worked_on() {
    Authorize.Request request = new Authorize.Request("TAG");
    Authorize.Answer outer =
        inWork.once(
            Authorize.FROM_CHARGER,
            request,
            () -> inWork.once(Authorize.FROM_CHARGER, request, () -> new Authorize.Answer(null)));

    assertThat(outer).isNotNull();
  }

  private StartTransaction.Answer once() {
    return inWork.once(
        StartTransaction.FROM_CHARGER,
        START,
        () -> {
          worked.incrementAndGet();
          return ANSWER;
        });
  }
}
