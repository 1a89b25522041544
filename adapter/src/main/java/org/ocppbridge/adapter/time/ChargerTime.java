package org.ocppbridge.adapter.time;

import java.time.Instant;
import org.ocppbridge.adapter.watch.NamedThreads;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.ChargerId;

/** The time of one charger: what runs for it names it in every log line. */
public record ChargerTime(Time time, ChargerId id, Watch watch) implements Time {

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public Instant steady() {
    return time.steady();
  }

  @Override
  public void run(Runnable task) {
    time.run(watch.carried(NamedThreads.named(id.value(), task)));
  }

  @Override
  public void at(Instant when, Runnable task) {
    time.at(when, NamedThreads.named(id.value(), task));
  }
}
