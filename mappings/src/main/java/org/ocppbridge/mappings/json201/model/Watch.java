package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Monitors.Monitor;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.News;

/**
 * What the monitors of the CSMS have to tell (N07, N08): a pure function of two views of the
 * charger, before and after whatever changed it.
 */
public final class Watch {

  /** No sound number is longer. */
  private static final int DIGITS_MAX = 30;

  private static final int OFFLINE_DEFAULT = 2;

  /** What a monitor has to tell. */
  private record Alarm(int id, Monitor monitor, String trigger, String value, boolean cleared) {}

  private Watch() {}

  /** The events of threshold and delta monitors whose variable differs between two views. */
  public static News changed(ChargerView before, ChargerView after) {
    Map<Integer, Monitor> custom = after.state().station().model().monitors().custom();
    if (custom.isEmpty() || before.state().equals(after.state())) {
      return News.NONE;
    }
    List<Alarm> alarms = new ArrayList<>();
    new TreeMap<>(custom)
        .forEach(
            (id, monitor) -> {
              if (!monitor.type().periodic() && looks(monitor, after)) {
                value(monitor.variable(), after)
                    .flatMap(value -> alarm(id, monitor, value))
                    .ifPresent(alarms::add);
              }
            });
    return told(alarms, after);
  }

  /** The event of a periodic monitor whose time has come. */
  static News due(int id, Monitor monitor, ChargerView view) {
    return looks(monitor, view)
        ? told(
            value(monitor.variable(), view).stream()
                .map(value -> new Alarm(id, monitor, "Periodic", value, false))
                .toList(),
            view)
        : News.NONE;
  }

  /** The value of a variable now, if there is one. */
  static Optional<String> value(VariablePath path, ChargerView view) {
    return Variables.possible(view).stream()
        .filter(variable -> variable.path().equals(path))
        .findFirst()
        .flatMap(Placed::value);
  }

  private static boolean looks(Monitor monitor, ChargerView view) {
    return !monitor.transaction() || transaction(monitor.variable(), view).isPresent();
  }

  private static Optional<Alarm> alarm(int id, Monitor monitor, String value) {
    return switch (monitor.type()) {
      case UPPER_THRESHOLD ->
          number(value)
              .flatMap(n -> threshold(id, monitor, value, n.compareTo(monitor.value()) > 0));
      case LOWER_THRESHOLD ->
          number(value)
              .flatMap(n -> threshold(id, monitor, value, n.compareTo(monitor.value()) < 0));
      case DELTA ->
          differs(monitor, value)
              ? Optional.of(new Alarm(id, monitor, "Delta", value, false))
              : Optional.empty();
      case PERIODIC, PERIODIC_CLOCK_ALIGNED -> Optional.empty();
    };
  }

  private static Optional<Alarm> threshold(
      int id, Monitor monitor, String value, boolean exceeded) {
    return exceeded == monitor.alerting()
        ? Optional.empty()
        : Optional.of(new Alarm(id, monitor, "Alerting", value, !exceeded));
  }

  /** By how much numbers differ counts; any difference of anything else (N04). */
  private static boolean differs(Monitor monitor, String value) {
    String reference = monitor.reference().orElse("");
    Optional<BigDecimal> now = number(value);
    Optional<BigDecimal> then = number(reference);
    return now.isPresent() && then.isPresent()
        ? now.get().subtract(then.get()).abs().compareTo(monitor.value()) >= 0
            && now.get().compareTo(then.get()) != 0
        : !value.equals(reference);
  }

  private static Optional<BigDecimal> number(String value) {
    return Numbers.decimal(value, DIGITS_MAX);
  }

  private static News told(List<Alarm> alarms, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    int eventId = view.state().station().places().lastEventId();
    for (Alarm alarm : alarms) {
      boolean alerting = alarm.trigger().equals("Alerting") && !alarm.cleared();
      changes.add(
          new ModelChange.MonitorSet(alarm.id(), alarm.monitor().told(alerting, alarm.value())));
      if (alarm.monitor().severity() <= view.state().station().model().monitors().level()) {
        changes.add(new PlaceChange.EventIdUsed(++eventId));
        messages.add(message(alarm, eventId, view));
      }
    }
    return new News(changes, messages);
  }

  /** Severe ones are kept while the CSMS is away, by OfflineQueuingSeverity (MR B9). */
  private static Message message(Alarm alarm, int eventId, ChargerView view) {
    VariablePath path = alarm.monitor().variable();
    ObjectNode event =
        Json.object()
            .put("eventId", eventId)
            .put("timestamp", Times.write(view.now()))
            .put("trigger", alarm.trigger())
            .put("actualValue", Views.cut(alarm.value()))
            .put("variableMonitoringId", alarm.id())
            .put("eventNotificationType", "CustomMonitor");
    if (alarm.trigger().equals("Alerting")) {
      event.put("cleared", alarm.cleared());
    }
    transaction(path, view).ifPresent(id -> event.put("transactionId", id));
    event.set("component", Json.tree(ComponentRef.of(path)));
    event.set("variable", Json.tree(VariableRef.of(path)));
    ObjectNode payload = Json.object().put("generatedAt", Times.write(view.now())).put("seqNo", 0);
    payload.putArray("eventData").add(event);
    return alarm.monitor().severity() <= offlineSeverity(view)
        ? Message.bounded("NotifyEvent", payload, "monitor/" + alarm.id())
        : Message.once("NotifyEvent", payload);
  }

  private static int offlineSeverity(ChargerView view) {
    return value(VariablePath.ofStation("MonitoringCtrlr", "OfflineQueuingSeverity"), view)
        .flatMap(Numbers::whole)
        .orElse(OFFLINE_DEFAULT);
  }

  /** The transaction running at the variable's place, by the CSMS's id. */
  private static Optional<String> transaction(VariablePath path, ChargerView view) {
    return view.state()
        .transactions()
        .open()
        .filter(t -> path.evse() == 0 || Evse.of(t.start().connectorId(), view).id() == path.evse())
        .flatMap(t -> t.csmsId().stream())
        .findFirst();
  }
}
