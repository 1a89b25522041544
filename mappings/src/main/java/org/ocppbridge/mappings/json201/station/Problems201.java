package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
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
import org.ocppbridge.mappings.json201.base.StatusReports;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * The errorCode of a status as events of hard-wired monitors (N07, G05; MR A9): a problem is told
 * when the first connector reports it, and cleared when the last one does so no longer.
 */
final class Problems201 {

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

  private News changed() {
    Map<Integer, HardWired> wanted = new TreeMap<>();
    StatusReports.monitors(report)
        .forEach(monitor -> wanted.put(monitor.id(connector, view), monitor));
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
