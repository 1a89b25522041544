package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.Places.Problem;
import org.ocppbridge.mappings.json201.base.Events201;
import org.ocppbridge.mappings.json201.base.HardWired;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * The errorCode of a status as events of hard-wired monitors (N07, G05; MR A9): a problem is told
 * when the first connector reports it, and cleared when the last one does so no longer.
 */
final class Problems201 {

  private static final Map<ErrorCode, HardWired> MONITORS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(ErrorCode.CONNECTOR_LOCK_FAILURE, HardWired.LOCK),
              Map.entry(ErrorCode.MODE_3_ERROR, HardWired.CONTROL_PILOT),
              Map.entry(ErrorCode.EV_COMMUNICATION_ERROR, HardWired.CONTROL_PILOT),
              Map.entry(ErrorCode.GROUND_FAILURE, HardWired.RESIDUAL_CURRENT),
              Map.entry(ErrorCode.HIGH_TEMPERATURE, HardWired.TEMPERATURE),
              Map.entry(ErrorCode.INTERNAL_ERROR, HardWired.CONTROLLER),
              Map.entry(ErrorCode.LOCAL_LIST_CONFLICT, HardWired.LOCAL_LIST),
              Map.entry(ErrorCode.OVER_CURRENT_FAILURE, HardWired.OVER_CURRENT),
              Map.entry(ErrorCode.OVER_VOLTAGE, HardWired.FEED),
              Map.entry(ErrorCode.UNDER_VOLTAGE, HardWired.FEED),
              Map.entry(ErrorCode.POWER_METER_FAILURE, HardWired.METER),
              Map.entry(ErrorCode.POWER_SWITCH_FAILURE, HardWired.CONTACTOR),
              Map.entry(ErrorCode.READER_FAILURE, HardWired.READER),
              Map.entry(ErrorCode.RESET_FAILURE, HardWired.STATION_CONTROLLER),
              Map.entry(ErrorCode.WEAK_SIGNAL, HardWired.DATA_LINK),
              Map.entry(ErrorCode.OTHER_ERROR, HardWired.CONNECTOR_PROBLEM)));

  /** States in which a hot charger does not charge any more, so it protects itself. */
  private static final Set<ConnectorStatus> INTERRUPTED =
      EnumSet.of(
          ConnectorStatus.SUSPENDED_EVSE, ConnectorStatus.FAULTED, ConnectorStatus.UNAVAILABLE);

  private final StatusNotification.Request report;
  private final int connector;
  private final EventIds ids;
  private final ChargerView view;
  private final List<Loss> losses;

  private Problems201(
      StatusNotification.Request report, EventIds ids, ChargerView view, List<Loss> losses) {
    this.report = report;
    this.connector = report.connectorId();
    this.ids = ids;
    this.view = view;
    this.losses = losses;
  }

  /**
   * What a report changes.
   *
   * @param report complete
   */
  static News changed(
      StatusNotification.Request report, EventIds ids, ChargerView view, List<Loss> losses) {
    return new Problems201(report, ids, view, losses).changed();
  }

  /** The monitors whose problem a report tells of. */
  static Set<HardWired> monitors(StatusNotification.Request report) {
    Set<HardWired> monitors = EnumSet.noneOf(HardWired.class);
    boolean station = report.connectorId() == 0;
    boolean faulted = report.status() == ConnectorStatus.FAULTED;
    ErrorCode code = report.errorCode();
    if (code == ErrorCode.HIGH_TEMPERATURE && INTERRUPTED.contains(report.status())) {
      monitors.add(HardWired.OVERHEATED);
    } else if (code != ErrorCode.NO_ERROR) {
      monitors.add(MONITORS.get(code));
    }
    if (faulted && (station || code == ErrorCode.NO_ERROR)) {
      monitors.add(HardWired.CONNECTOR_PROBLEM);
    }
    // The station has no connector of its own that could have a problem.
    if (station && monitors.remove(HardWired.CONNECTOR_PROBLEM)) {
      monitors.add(HardWired.STATION_PROBLEM);
    }
    return monitors;
  }

  private News changed() {
    Map<Integer, HardWired> wanted = new TreeMap<>();
    monitors(report).forEach(monitor -> wanted.put(monitor.id(connector, view), monitor));
    News news = News.NONE;
    for (var open : view.state().station().places().problems().entrySet()) {
      boolean concerned = open.getValue().connectors().contains(connector);
      if (concerned && !wanted.containsKey(open.getKey())) {
        news = news.and(reportedNoLonger(open.getKey(), open.getValue()));
      }
    }
    for (var want : wanted.entrySet()) {
      Problem open = view.state().station().places().problems().get(want.getKey());
      news = news.and(open == null ? opened(want) : stillOpen(want, open));
    }
    return news;
  }

  private News opened(Map.Entry<Integer, HardWired> want) {
    return Events201.told(want.getValue().severity(), view)
        ? open(want.getKey(), want.getValue(), new TreeSet<>(Set.of(connector)))
        : News.NONE;
  }

  private News stillOpen(Map.Entry<Integer, HardWired> want, Problem open) {
    SortedSet<Integer> reporters = new TreeSet<>(open.connectors());
    boolean another = reporters.add(connector);
    boolean anotherKind = reporters.size() == 1 && !open.techCode().equals(techCode());
    if (anotherKind) {
      return clear(want.getKey(), open)
          .and(open(want.getKey(), want.getValue(), open.connectors()));
    }
    return another ? reportedBy(want.getKey(), open, reporters) : News.NONE;
  }

  private News reportedNoLonger(int id, Problem open) {
    SortedSet<Integer> reporters = new TreeSet<>(open.connectors());
    reporters.remove(connector);
    return reporters.isEmpty() ? clear(id, open) : reportedBy(id, open, reporters);
  }

  private static News reportedBy(int id, Problem open, SortedSet<Integer> reporters) {
    Problem next = new Problem(open.eventId(), open.techCode(), reporters);
    return News.noted(List.of(new PlaceChange.ProblemOpen(id, next)));
  }

  private News open(int id, HardWired monitor, SortedSet<Integer> reporters) {
    int eventId = ids.next();
    ObjectNode event =
        Events201.delta(eventId, monitor, connector, "true", at(), view)
            .put("techCode", techCode())
            .put("techInfo", techInfo());
    return News.of(
        Events201.message(event, view, losses),
        new PlaceChange.ProblemOpen(id, new Problem(eventId, techCode(), reporters)));
  }

  private News clear(int id, Problem open) {
    HardWired monitor = HardWired.ofId(id).orElseThrow();
    int eventId = ids.next();
    ObjectNode event =
        Events201.delta(eventId, monitor, connector, "false", at(), view)
            .put("cleared", true)
            .put("techCode", open.techCode());
    return News.of(
        Events201.message(event, view, losses),
        new PlaceChange.EventIdUsed(eventId),
        new PlaceChange.ProblemCleared(id));
  }

  private Instant at() {
    return report.timestamp();
  }

  private String techCode() {
    return present(report.vendorErrorCode())
        .orElseGet(
            () ->
                report.errorCode() == ErrorCode.NO_ERROR
                    ? report.status().wire()
                    : report.errorCode().wire());
  }

  private String techInfo() {
    return Stream.of(report.errorCode().wire(), report.vendorId(), report.info())
        .flatMap(text -> present(text).stream())
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> present(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }
}
