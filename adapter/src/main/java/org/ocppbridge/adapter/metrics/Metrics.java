package org.ocppbridge.adapter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ocppbridge.adapter.watch.Refusal;
import org.ocppbridge.adapter.watch.Stage;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.Loss;

/** Counts and measures what happens. Safe for use by many threads. */
public final class Metrics implements Watch, AutoCloseable {

  /** Upper bounds of the times counted together: from a cached answer to the longest wait. */
  private static final Duration[] TIMES =
      Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 30_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  /** Upper bounds of clock errors in seconds: up to a minute is harmless, a time zone is hours. */
  private static final double[] SKEWS = {1, 5, 30, 60, 300, 1_800, 3_600, 14_400, 86_400};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Runnable> endings = new ArrayList<>(); // guarded by this
  private boolean looksAfterMachine; // guarded by this
  private final DistributionSummary skew =
      DistributionSummary.builder(Name.CLOCK_SKEW.dotted())
          .description(Name.CLOCK_SKEW.help())
          .serviceLevelObjectives(SKEWS)
          .register(registry);

  /**
   * Looks after the Java machine from now on. That has to be asked for, at the latest by {@link
   * #text}, for it takes a tenth of a start in which nobody reads it.
   */
  public synchronized void lookAfterMachine() {
    if (looksAfterMachine) {
      return;
    }
    looksAfterMachine = true;
    JvmGcMetrics gc = new JvmGcMetrics();
    JvmHeapPressureMetrics pressure = new JvmHeapPressureMetrics();
    Stream.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics(),
            gc,
            pressure)
        .forEach(each -> each.bindTo(registry));
    endings.addAll(List.of(gc::close, pressure::close));
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  /** All metrics, in the text format of Prometheus, version 0.0.4. */
  public String text() {
    lookAfterMachine();
    return registry.scrape();
  }

  @Override
  public Timing exchange(WatchedExchange exchange) {
    return outcome -> {
      String operation = Words.operation(exchange.operation());
      String direction = exchange.direction().label();
      count(
          Name.EXCHANGES,
          direction,
          exchange.soap().map(Object::toString).orElse(Words.NONE),
          exchange.csms().map(Object::toString).orElse(Words.NONE),
          operation,
          outcome);
      timer(Name.EXCHANGE, direction, operation).record(exchange.nanos(), TimeUnit.NANOSECONDS);
    };
  }

  @Override
  public Timing stage(Stage stage, String what) {
    long begun = System.nanoTime();
    return outcome -> {
      timer(Name.STAGE, stage.label()).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      switch (stage) {
        case STORE -> count(Name.STORE_COMMITS, outcome);
        case CSMS -> count(Name.CSMS_CALLS, Words.operation(what), outcome);
        case CHARGER -> count(Name.CALLBACKS, Words.operation(what), outcome);
        case SOAP_READ, MAPPING -> {
          // Its failure is the outcome of the exchange.
        }
      }
    };
  }

  @Override
  public void lost(String operation, List<Loss> losses) {
    for (Loss loss : losses) {
      String kind = loss.kind().name().toLowerCase(Locale.ROOT);
      count(Name.LOSSES, kind, Words.operation(operation));
    }
  }

  @Override
  public void turnedAway(Refusal reason) {
    count(Name.REFUSED, reason.label());
  }

  @Override
  public void clock(Duration ahead) {
    skew.record((double) ahead.abs().toSeconds());
  }

  private void count(Name name, String... values) {
    Counter.builder(name.dotted())
        .description(name.help())
        .tags(tags(name, values))
        .register(registry)
        .increment();
  }

  private Timer timer(Name name, String... values) {
    return Timer.builder(name.dotted())
        .description(name.help())
        .tags(tags(name, values))
        .serviceLevelObjectives(TIMES)
        .register(registry);
  }

  static Tags tags(Name name, String... values) {
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(name.labels().get(i), values[i]);
    }
    return tags;
  }

  @Override
  public synchronized void close() {
    endings.forEach(Runnable::run);
    registry.close();
  }
}
