package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.Startup;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Told;

/**
 * What follows when the CSMS accepts a charger: a security event that tells of its start, and the
 * status of every connector (B01.FR.05): as the charger reports it, else after some seconds as it
 * reported it last; and connectors out of service stay so (B01.FR.07).
 */
final class Accepted {

  /** Reason of the wake-up that tells the statuses the charger did not. */
  static final String WAKE_UP = "statuses";

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final String UNAVAILABLE = "Unavailable";

  private Accepted() {}

  static News news(ChargerView view) {
    List<Change> changes = new ArrayList<>();
    changes.add(new PlaceChange.NothingTold());
    changes.add(new Change.WakeUp(WAKE_UP, view.now().plus(GRACE)));
    changes.addAll(ClosedConnectors.afterBoot(view));
    Startup startup = view.state().station().startup();
    changes.add(new Startup.Booted(new Startup(startup.reason(), false)));
    Optional<Message> event =
        Optional.of(startup)
            .filter(Startup::unannounced)
            .flatMap(s -> BootReason.of(s.reason()).event())
            .map(e -> e.message("BootNotification, reason " + startup.reason(), view));
    return new News(changes, event.stream().toList());
  }

  /**
   * Tells the status of each connector that the CSMS does not know; unknown ones cannot be used.
   */
  static Step<Void> woken(String wakeUp, ChargerView view) {
    News news =
        IntStream.rangeClosed(1, Evse.count(view))
            .filter(n -> view.state().station().places().told(n).isEmpty())
            .mapToObj(n -> untold(n, view))
            .reduce(News.noted(List.of(new Change.WakeUpOver(wakeUp))), News::and);
    return Told.with(null, news.changes(), news.messages(), List.of());
  }

  private static News untold(int connector, ChargerView view) {
    return ConnectorStatuses.known(connector, view)
        .map(
            word ->
                ConnectorStatuses.tell(
                    connector, word, ConnectorStatuses.since(connector, view), view))
        .orElseGet(() -> ConnectorStatuses.tell(connector, UNAVAILABLE, view.now(), view));
  }
}
