package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More requests than the bridge takes at once, and a CSMS that lets them wait. */
class OverloadTest {
  private static final int IN_WORK = 8;
  private static final int WAITING = 6;
  private static final int CALLERS = 48;
  private static final int DRIVERS = 24;
  private static final int TRANSACTIONS = 6;
  private static final int READINGS = 3;

  /** Of an answer that is given at once, on a machine that has other things to do too. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  /** More than all that the test itself remembers. */
  private static final long HEAP_GROWTH_MAX = 64 << 20;

  private static final List<String> TRANSACTION =
      Stream.of(
              Stream.of("StartTransaction"),
              IntStream.range(0, READINGS).mapToObj(i -> "MeterValues"),
              Stream.of("StopTransaction"))
          .flatMap(messages -> messages)
          .toList();

  /** How requests ended; the times of those that were refused. */
  private static final class Outcomes {
    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final Collection<Long> refusedAfter = new ConcurrentLinkedQueue<>();
    final Collection<Soap.Answer> odd = new ConcurrentLinkedQueue<>();

    Soap.Answer of(Supplier<Soap.Answer> request) {
      long begun = System.nanoTime();
      Soap.Answer answer = request.get();
      switch (answer.status()) {
        case 200 -> answered.incrementAndGet();
        case 503 -> refusedAfter.add(System.nanoTime() - begun);
        case 0 -> closed.incrementAndGet();
        default -> odd.add(answer);
      }
      return answer;
    }

    Duration refusedWithin(double share) {
      List<Long> sorted = refusedAfter.stream().sorted().toList();
      return Duration.ofNanos(sorted.get((int) (share * (sorted.size() - 1))));
    }
  }

  @Test
  void above_capacity_calls_get_503_at_once_and_no_transaction_message_is_lost() {
    try (Stage stage = stage(IN_WORK, 1_000)) {
      long heapBefore = heap();
      Outcomes calls = new Outcomes();
      Outcomes transactions = new Outcomes();
      AtomicBoolean over = new AtomicBoolean();
      List<CompletableFuture<Void>> callers =
          all(CALLERS, n -> call(stage.charger("CALLER-" + n), calls, over));
      List<CompletableFuture<Void>> drivers =
          all(DRIVERS, n -> drive(stage.charger("DRIVER-" + n), transactions));
      drivers.forEach(CompletableFuture::join);
      over.set(true);
      callers.forEach(CompletableFuture::join);

      assertThat(calls.odd).isEmpty();
      assertThat(transactions.odd).isEmpty();
      assertThat(calls.closed).as("calls without an answer").hasValue(0);
      assertThat(calls.refusedAfter).isNotEmpty();
      assertThat(transactions.refusedAfter).isEmpty();
      assertThat(calls.refusedWithin(0.99)).isLessThan(AT_ONCE);
      assertThat(transactions.answered).hasValue(DRIVERS * TRANSACTIONS * TRANSACTION.size());
      String metrics = stage.admin("/metrics");
      assertThat(sum(metrics, "ocppbridge_refused_total\\{reason=\"overload\"\\}"))
          .as("refused before anything of them was parsed")
          .isEqualTo(calls.refusedAfter.size() + transactions.closed.get());
      assertThat(sum(metrics, "ocppbridge_exchanges_total\\{[^}]*from_charger[^}]*\\}"))
          .isEqualTo(calls.answered.get() + transactions.answered.get());

      for (int n = 0; n < DRIVERS; n++) {
        String driver = "DRIVER-" + n;
        stage.awaitNothingWaits(driver);
        assertThat(ofTransactions(stage.csms(), driver)).as(driver).isEqualTo(expected());
      }
      Eventually.is("nothing is in work", () -> inWork(stage) + waiting(stage) == 0);
      for (int n = 0; n < CALLERS; n++) {
        assertThat(stage.charger("CALLER-" + n).ask("Heartbeat", "").status()).isEqualTo(200);
      }
      assertThat(heap() - heapBefore).isLessThan(HEAP_GROWTH_MAX);
      System.out.printf(
          "overload: calls %d answered, %d refused (p99 after %d ms); transaction messages %d"
              + " answered, %d closed and sent again%n",
          calls.answered.get(),
          calls.refusedAfter.size(),
          calls.refusedWithin(0.99).toMillis(),
          transactions.answered.get(),
          transactions.closed.get());
    }
  }

  @Test
  void a_csms_that_lets_requests_wait_keeps_nobody_out() {
    try (Stage stage = stage(IN_WORK, WAITING)) {
      Csms csms = stage.csms().hold("Authorize").hold("Heartbeat").hold("StartTransaction");
      List<CompletableFuture<Soap.Answer>> waiting = new ArrayList<>();
      for (int n = 1; n <= WAITING; n++) {
        int wait = n;
        waiting.add(stage.charger("WAITS-" + n).later("Authorize", Soap.field("idTag", "TAG")));
        Eventually.is(() -> wait + " wait", () -> waiting(stage) == wait);
      }
      assertThat(inWork(stage)).isZero();

      // None of these waits for the CSMS: there is no room to wait in.
      Soap charger = stage.charger("CP-1");
      assertThat(charger.ask("Heartbeat", "").value("currentTime")).isNotEmpty();
      Soap.Answer start = charger.start(1, "TAG", 0);
      assertThat(start.value("status")).isEqualTo("Accepted");
      int transaction = start.number("transactionId");
      assertThat(charger.meter(1, transaction, 5).status()).isEqualTo(200);
      assertThat(charger.stop(transaction, "TAG", 10).status()).isEqualTo(200);
      assertThat(charger.authorize("OTHER").fault()).as("decided by the charger itself").isTrue();
      assertThat(waiting(stage)).isEqualTo(WAITING);
      assertThat(sum(stage.admin("/metrics"), "ocppbridge_requests_hurried_total"))
          .isGreaterThanOrEqualTo(3);

      csms.release("Authorize");
      csms.release("Heartbeat");
      csms.release("StartTransaction");
      assertThat(waiting)
          .allSatisfy(answer -> assertThat(answer.join().value("status")).isEqualTo("Accepted"));
      stage.awaitNothingWaits("CP-1");
      assertThat(ofTransactions(csms, "CP-1"))
          .isEqualTo(List.of("StartTransaction", "MeterValues", "StopTransaction"));
      assertThat(charger.authorize("OTHER").value("status")).isEqualTo("Accepted");
      Eventually.is("nothing is in work", () -> inWork(stage) + waiting(stage) == 0);
    }
  }

  private static Stage stage(int inWork, int waiting) {
    Csms csms = Csms.start();
    String limits = "limits: {inWork: " + inWork + ", waiting: " + waiting + "}";
    return new Stage(
        csms,
        Stage.QUICK
            .replace("URL", csms.url())
            .replace("rate: {perCharger: off}", "rate: {perCharger: off}, " + limits));
  }

  private static List<CompletableFuture<Void>> all(int count, IntConsumer work) {
    return IntStream.range(0, count)
        .mapToObj(n -> CompletableFuture.runAsync(() -> work.accept(n), Thread::startVirtualThread))
        .toList();
  }

  /** Asks again as soon as it is answered, whatever the answer. */
  private static void call(Soap charger, Outcomes outcomes, AtomicBoolean over) {
    do {
      outcomes.of(() -> charger.ask("Heartbeat", ""));
      outcomes.of(() -> charger.status(1, "Available"));
      outcomes.of(() -> charger.authorize("TAG"));
    } while (!over.get());
  }

  /** Charges time and again; repeats what is not answered, as chargers do. */
  private static void drive(Soap charger, Outcomes outcomes) {
    for (int i = 0; i < TRANSACTIONS; i++) {
      int meter = 100 * i;
      Soap.Answer start = delivered(outcomes, () -> charger.start(1, "TAG", meter));
      int transaction = start.number("transactionId");
      for (int reading = 1; reading <= READINGS; reading++) {
        int now = meter + reading;
        delivered(outcomes, () -> charger.meter(1, transaction, now));
      }
      delivered(outcomes, () -> charger.stop(transaction, "TAG", meter + 50));
    }
  }

  private static Soap.Answer delivered(Outcomes outcomes, Supplier<Soap.Answer> message) {
    Soap.Answer answer = outcomes.of(message);
    while (answer.status() == 0) {
      answer = outcomes.of(message);
    }
    return answer;
  }

  private static List<String> expected() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      all.addAll(TRANSACTION);
    }
    return all;
  }

  private static List<String> ofTransactions(Csms csms, String charger) {
    return csms.calls().stream()
        .filter(call -> call.identity().equals(charger))
        .map(Csms.Call::action)
        .filter(TRANSACTION::contains)
        .toList();
  }

  private static long inWork(Stage stage) {
    return sum(stage.admin("/metrics"), "ocppbridge_requests_in_work");
  }

  private static long waiting(Stage stage) {
    return sum(stage.admin("/metrics"), "ocppbridge_requests_waiting");
  }

  private static long sum(String metrics, String name) {
    Matcher found = Pattern.compile("(?m)^" + name + " ([0-9.E]+)$").matcher(metrics);
    return found.results().mapToLong(one -> (long) Double.parseDouble(one.group(1))).sum();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
