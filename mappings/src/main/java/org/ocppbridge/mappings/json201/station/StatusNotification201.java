package org.ocppbridge.mappings.json201.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.Connectors;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.json201.transactions.ChargingStates;
import org.ocppbridge.mappings.json201.transactions.Planned;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.StatusReports;

/**
 * StatusNotification of a charger: what is new in it, told in this order: the connectorStatus, the
 * charging state of the transaction, problems, what it means for reservations (MR A9).
 */
final class StatusNotification201 {

  private static final StatusNotification.Answer OK = new StatusNotification.Answer();

  private StatusNotification201() {}

  static Step<StatusNotification.Answer> step(
      StatusNotification.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    if (request.status() == null) {
      return dropped("status", "is none that any version has, so it is not told");
    }
    StatusNotification.Request report = StatusReports.complete(request, view, losses);
    int connector = report.connectorId();
    if (connector < 0 || connector > Connectors.MAX) {
      return dropped("connectorId", "is " + connector + ", which no charger has: not told");
    }
    EventIds ids = new EventIds(view);
    News news =
        News.noted(noted(report, view))
            .and(
                connector > 0
                    ? ofConnector(report, view, losses)
                    : StationAvailability.changed(report, ids, view, losses))
            .and(Problems201.changed(report, ids, view, losses))
            .and(ReservationUpdates.onStatus(report, view));
    return Told.with(OK, news.changes(), news.messages(), losses);
  }

  private static Step<StatusNotification.Answer> dropped(String field, String why) {
    return new Step.Done<>(OK, List.of(), List.of(), List.of(Loss.dropped(field, why)));
  }

  private static List<Change> noted(StatusNotification.Request report, ChargerView view) {
    String trigger = trigger(report.connectorId());
    Change reported = new ConnectorChange.Reported(report, view.now());
    return view.state().commands().expects(trigger, view.now())
        ? List.of(reported, new CommandChange.Triggered(trigger, Optional.empty()))
        : List.of(reported);
  }

  private static News ofConnector(
      StatusNotification.Request report, ChargerView view, List<Loss> losses) {
    boolean asked = view.state().commands().expects(trigger(report.connectorId()), view.now());
    News news = ConnectorStatuses.changed(report, asked, view);
    for (Planned planned : ChargingStates.onStatus(report, view)) {
      losses.addAll(planned.losses());
      news = news.and(new News(planned.changes(), planned.messages()));
    }
    return news;
  }

  /** Name under which the status of a connector is noted as asked for by the CSMS. */
  static String trigger(int connector) {
    return ConnectorStatuses.ACTION + "/" + connector;
  }
}
