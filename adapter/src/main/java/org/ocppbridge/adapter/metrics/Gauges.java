package org.ocppbridge.adapter.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What can be looked at whenever somebody asks. Looking goes over all chargers, so one look serves
 * everything that is asked within {@link #FRESH}.
 */
public final class Gauges {

  /** How long a look is good for. */
  static final Duration FRESH = Duration.ofSeconds(2);

  private final Metrics metrics;
  private final Supplier<Look> looks;
  private final InstantSource clock;
  private Look last;
  private Instant lookedAt = Instant.MIN;

  /**
   * Adds them to what {@link Metrics#text} shows.
   *
   * @param looks takes a look; called by one thread at a time
   */
  public Gauges(Metrics metrics, Supplier<Look> looks, InstantSource clock) {
    this.metrics = metrics;
    this.looks = looks;
    this.clock = clock;
    gauge(Name.CHARGERS, Look::chargers);
    gauge(Name.CHARGERS_PRESENT, Look::present);
    gauge(Name.QUEUE_MESSAGES, Look::waiting);
    gauge(Name.QUEUE_MESSAGES_MAX, Look::waitingMax);
    gauge(Name.QUEUE_OLDEST, look -> seconds(look.oldest()));
    gauge(Name.QUEUE_OTHERS, Look::othersWaiting);
    gauge(Name.TRANSACTIONS_OPEN, Look::openTransactions);
    gauge(Name.DEAD_LETTERS, Look::deadLetters);
    gauge(Name.CLOCK_SKEW_MAX, look -> seconds(look.skewMax()));
    gauge(Name.STORE_TROUBLE, look -> look.storeTrouble() ? 1 : 0);
    gauge(Name.DISK_FREE, Look::diskFree);
    counter(Name.MESSAGES_DROPPED, Look::dropped);
    counter(Name.DEAD_LETTERS_DROPPED, Look::deadLettersDropped);
    counter(Name.LATE_ANSWERS, Look::lateAnswers);
    counter(Name.UNREADABLE_FRAMES, Look::unreadableFrames);
    counter(Name.REPEATED_CALLS, Look::repeatedCalls);
    counter(Name.LEDGER_LEFT_OUT, Look::ledgerLeftOut);
    gauge(Name.LEDGER_SIZE, Look::ledgerBytes);
  }

  /** Adds one gauge of links to a target for each state. */
  public void links(String target, Collection<String> states) {
    for (String state : states) {
      gauge(
          Name.LINKS,
          look -> look.links().getOrDefault(new Look.LinkState(target, state), 0L),
          target,
          state);
    }
  }

  /** Adds one gauge for each cause that a diagnosis can have. */
  public Gauges diagnoses(Collection<String> causes) {
    causes.forEach(
        cause -> gauge(Name.DIAGNOSES, look -> look.diagnoses().getOrDefault(cause, 0L), cause));
    return this;
  }

  /**
   * Says how many requests of chargers are under way.
   *
   * @param inWork those that are worked on
   * @param waiting those that wait for the CSMS
   * @param hurried those so far that were not let wait
   */
  public Gauges requests(IntSupplier inWork, IntSupplier waiting, LongSupplier hurried) {
    gauge(Name.REQUESTS_IN_WORK, look -> inWork.getAsInt());
    gauge(Name.REQUESTS_WAITING, look -> waiting.getAsInt());
    counter(Name.REQUESTS_HURRIED, look -> hurried.getAsLong());
    return this;
  }

  /** Says which version runs. */
  public Gauges version(String version) {
    gauge(Name.INFO, look -> 1, version);
    return this;
  }

  private void gauge(Name name, ToDoubleFunction<Look> value, String... labels) {
    Tags tags = Metrics.tags(name, labels);
    Gauge.builder(name.dotted(), this, gauges -> value.applyAsDouble(gauges.look()))
        .description(name.help())
        .tags(tags)
        .strongReference(true)
        .register(metrics.registry());
  }

  private void counter(Name name, ToDoubleFunction<Look> value) {
    FunctionCounter.builder(name.dotted(), this, gauges -> value.applyAsDouble(gauges.look()))
        .description(name.help())
        .register(metrics.registry());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  private synchronized Look look() {
    Instant now = clock.instant();
    if (last == null || !now.isBefore(lookedAt.plus(FRESH))) {
      last = looks.get();
      lookedAt = now;
    }
    return last;
  }
}
