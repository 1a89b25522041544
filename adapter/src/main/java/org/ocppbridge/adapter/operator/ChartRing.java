package org.ocppbridge.adapter.operator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.console.view.FleetCounts;
import org.ocppbridge.adapter.console.view.Sample;
import org.ocppbridge.adapter.time.Time;

/** What the charts show: a sample of each minute of the last day, in memory. */
final class ChartRing {

  /** Time between two samples. */
  static final Duration EVERY = Duration.ofMinutes(1);

  /** Samples kept: a day. */
  static final int MAX = 24 * 60;

  private final FleetView fleet;
  private final Traffic traffic;
  private final Time time;
  private final DeliveredEnergy energy = new DeliveredEnergy();
  private final Deque<Sample> samples = new ArrayDeque<>();

  ChartRing(FleetView fleet, Traffic traffic, Time time) {
    this.fleet = fleet;
    this.traffic = traffic;
    this.time = time;
  }

  /** Takes a sample; called every {@link #EVERY}. */
  void tick() {
    FleetCounts counts = fleet.bridge().counts();
    Map<String, Long> links = counts.byLink();
    Traffic.Counted counted = traffic.take();
    Sample sample =
        new Sample(
            time.now(),
            counted.requests(),
            counted.commands(),
            counted.errors(),
            counted.latencyMillis(),
            counted.latencyMaxMillis(),
            counts.sessions(),
            counts.powerW(),
            energy.since(fleet.rows()),
            links.getOrDefault("UP", 0L),
            links.getOrDefault("BACK_OFF", 0L),
            counts.waiting(),
            counts.deadLetters());
    synchronized (this) {
      samples.addLast(sample);
      if (samples.size() > MAX) {
        samples.removeFirst();
      }
    }
  }

  /** The last ones, the newest last. */
  synchronized List<Sample> last(int count) {
    return samples.stream().skip(Math.max(0, samples.size() - count)).toList();
  }
}
