package org.ocppbridge.adapter;

import java.time.Instant;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Printable;
import org.slf4j.MDC;

/** The time of one charger: what runs for it names it in every log line. */
record ChargerTime(Time time, ChargerId id) implements Time {

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void run(Runnable task) {
    time.run(named(task));
  }

  @Override
  public void at(Instant when, Runnable task) {
    time.at(when, named(task));
  }

  private Runnable named(Runnable task) {
    return () -> {
      MDC.put(WatchedExchange.MDC_CHARGER, Printable.of(id.value()));
      try {
        task.run();
      } finally {
        MDC.remove(WatchedExchange.MDC_CHARGER);
      }
    };
  }
}
