package org.ocppbridge.adapter.watch;

import java.util.concurrent.Executor;
import org.ocppbridge.mappings.Printable;
import org.slf4j.MDC;

/**
 * Threads that work for one charger: every log line written on them names it.
 *
 * @param charger its identity
 */
public record NamedThreads(Executor threads, String charger) implements Executor {

  @Override
  public void execute(Runnable task) {
    threads.execute(named(charger, task));
  }

  /** A task whose log lines name a charger. */
  public static Runnable named(String charger, Runnable task) {
    return () -> {
      MDC.put(WatchedExchange.MDC_CHARGER, Printable.of(charger));
      try {
        task.run();
      } finally {
        MDC.remove(WatchedExchange.MDC_CHARGER);
      }
    };
  }
}
