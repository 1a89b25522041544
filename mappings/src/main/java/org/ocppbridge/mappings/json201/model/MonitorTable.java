package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Monitors;
import org.ocppbridge.mappings.Monitors.Monitor;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.HardWired;
import org.ocppbridge.mappings.json201.base.News;

/** All monitors of a charger, and when the periodic ones tell (MR B9). */
final class MonitorTable {

  /** What stands before the monitor's id in the reason of a wake-up. */
  static final String WAKE_UP = "monitor";

  /** A monitor with its id. */
  record Entry(
      int id,
      VariablePath variable,
      Monitors.Type type,
      BigDecimal value,
      int severity,
      boolean transaction) {}

  private MonitorTable() {}

  /** The hard-wired monitors, then the CSMS's own, each by their id. */
  static List<Entry> all(ChargerView view) {
    List<Entry> all = new ArrayList<>(hardWired(view));
    new TreeMap<>(custom(view))
        .forEach(
            (id, m) ->
                all.add(
                    new Entry(
                        id, m.variable(), m.type(), m.value(), m.severity(), m.transaction())));
    return all;
  }

  static List<Entry> hardWired(ChargerView view) {
    Set<VariablePath> there =
        Variables.present(view).stream().map(Placed::path).collect(Collectors.toSet());
    Map<Integer, Entry> all = new TreeMap<>();
    for (HardWired monitor : HardWired.values()) {
      for (int connector = 0; connector <= Evse.count(view); connector++) {
        Entry entry = entry(monitor, connector, view);
        if (there.contains(entry.variable())) {
          all.put(entry.id(), entry);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static Entry entry(HardWired monitor, int connector, ChargerView view) {
    return new Entry(
        monitor.id(connector, view),
        monitor.variable(connector, view),
        Monitors.Type.DELTA,
        BigDecimal.ONE,
        monitor.severity(),
        false);
  }

  static Map<Integer, Monitor> custom(ChargerView view) {
    return view.state().station().model().monitors().custom();
  }

  static String wakeUp(int id) {
    return WAKE_UP + "/" + id;
  }

  /** When a periodic monitor tells next; clock-aligned ones at multiples of their period (UTC). */
  static Change nextTime(int id, Monitor monitor, Instant now) {
    long period = monitor.value().longValue();
    long second = now.getEpochSecond();
    Instant next =
        monitor.type() == Monitors.Type.PERIODIC_CLOCK_ALIGNED
            ? Instant.ofEpochSecond(second - Math.floorMod(second, period) + period)
            : now.plusSeconds(period);
    return new Change.WakeUp(wakeUp(id), next);
  }

  /** A periodic monitor's time has come (N08). */
  static Step<Void> woken(String reason, ChargerView view) {
    int id = Numbers.whole(reason.substring(reason.indexOf('/') + 1)).orElse(0);
    Monitor monitor = custom(view).get(id);
    if (monitor == null || !monitor.type().periodic()) {
      return Step.Done.with(null, List.of(new Change.WakeUpOver(reason)));
    }
    News events = Watch.due(id, monitor, view);
    List<Change> changes = new ArrayList<>(events.changes());
    changes.add(nextTime(id, monitor, view.now()));
    return new Step.Done<>(null, changes, events.messages(), List.of());
  }
}
