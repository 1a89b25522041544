package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.ReserveNow;

/**
 * After a command that changes a connector the CSMS must be told its new status. A charger has
 * {@link #PATIENCE} to say so itself; then the bridge says it (G03.FR.04, H01, H02).
 */
final class SilentCharger {

  /** How long a charger has to report a status by itself. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String AVAILABILITY = "availability";
  private static final String SCHEDULED = "scheduled";
  private static final String RESERVED = "reserved";
  private static final String RELEASED = "released";

  private static final String AVAILABLE = "Available";
  private static final String UNAVAILABLE = "Unavailable";
  private static final String RESERVED_STATUS = "Reserved";

  private SilentCharger() {}

  static void addTo(Tables tables) {
    tables
        .onWakeUp(AVAILABILITY, SilentCharger::availability)
        .onWakeUp(SCHEDULED, SilentCharger::scheduled)
        .onWakeUp(RESERVED, SilentCharger::reserved)
        .onWakeUp(RELEASED, SilentCharger::released);
  }

  /** A connector (0: the station) went in or out of service. */
  static Change expectAvailability(int connector, ChargerView view) {
    return expect(AVAILABILITY, connector, view);
  }

  /**
   * The station went out of service but for connectors that are busy: of the others those that were
   * Available no longer are (G04).
   */
  static Change expectUnavailable(ChargerView view) {
    return expect(SCHEDULED, 0, view);
  }

  /** A reservation was made. */
  static Change expectReserved(int reservationId, ChargerView view) {
    return expect(RESERVED, reservationId, view);
  }

  /** A reservation of this connector is over. */
  static Change expectReleased(int connector, ChargerView view) {
    return expect(RELEASED, connector, view);
  }

  private static Change expect(String kind, int number, ChargerView view) {
    return new Change.WakeUp(kind + "/" + number, view.now().plus(PATIENCE));
  }

  private static int number(String reason) {
    return Integer.parseInt(reason.substring(reason.indexOf('/') + 1));
  }

  private static Step<Void> availability(String reason, ChargerView view) {
    int connector = number(reason);
    Map<Boolean, List<Integer>> affected =
        (connector == 0 ? all(view) : Stream.of(connector))
            .collect(Collectors.partitioningBy(view.state().station().orders()::closes));
    Tell tell = new Tell(reason, view);
    tell.all(affected.get(true), UNAVAILABLE, told -> true);
    tell.all(
        affected.get(false), AVAILABLE, told -> told.filter(s -> !s.equals(UNAVAILABLE)).isEmpty());
    return tell.step();
  }

  private static Step<Void> scheduled(String reason, ChargerView view) {
    Tell tell = new Tell(reason, view);
    if (view.state().station().orders().closes(0)) {
      tell.all(all(view).toList(), UNAVAILABLE, told -> told.filter(AVAILABLE::equals).isPresent());
    }
    return tell.step();
  }

  private static Stream<Integer> all(ChargerView view) {
    return IntStream.rangeClosed(1, Evse.count(view)).boxed();
  }

  private static Step<Void> reserved(String reason, ChargerView view) {
    Tell tell = new Tell(reason, view);
    Optional.ofNullable(view.state().commands().reservations().get(number(reason)))
        .map(ReserveNow.Request::connectorId)
        .ifPresent(connector -> tell.all(siblings(connector, view), RESERVED_STATUS, told -> true));
    return tell.step();
  }

  private static Step<Void> released(String reason, ChargerView view) {
    int connector = number(reason);
    boolean again =
        view.state().commands().reservations().values().stream()
            .anyMatch(r -> r.connectorId() == connector);
    Tell tell = new Tell(reason, view);
    if (!again) {
      tell.all(
          siblings(connector, view),
          AVAILABLE,
          told -> told.filter(RESERVED_STATUS::equals).isPresent());
    }
    return tell.step();
  }

  /** All connectors of an EVSE are reserved, and free again, together (H01.FR.23, H02.FR.04). */
  private static List<Integer> siblings(int connector, ChargerView view) {
    return connector == 0 ? List.of() : Evse.connectors(Evse.of(connector, view).id(), view);
  }

  /** What the CSMS is told when the charger's time is over. */
  private static final class Tell {
    private final ChargerView view;
    private final Instant asked;
    private News news;

    Tell(String reason, ChargerView view) {
      this.view = view;
      this.asked = view.state().wakeUps().getOrDefault(reason, view.now()).minus(PATIENCE);
      this.news = News.noted(List.of(new Change.WakeUpOver(reason)));
    }

    /**
     * Tells this status of those connectors that the charger has not spoken of since, that nobody
     * charges at, and whose status last told is another one.
     */
    void all(List<Integer> connectors, String status, Predicate<Optional<String>> from) {
      for (int connector : connectors) {
        Optional<String> told = view.state().station().places().told(connector);
        boolean silent = view.state().connectors().get(connector).statusAt().isBefore(asked);
        boolean free = view.state().transactions().openOn(connector).isEmpty();
        if (silent && free && told.filter(status::equals).isEmpty() && from.test(told)) {
          news = news.and(ConnectorStatuses.tell(connector, status, view.now(), view));
        }
      }
    }

    Step<Void> step() {
      return Told.with(null, news.changes(), news.messages(), List.of());
    }
  }
}
