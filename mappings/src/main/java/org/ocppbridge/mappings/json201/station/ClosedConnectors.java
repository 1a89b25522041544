package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Orders;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.model.AvailabilityType;
import org.ocppbridge.mappings.model.ConnectorStatus;

/**
 * Connectors out of service stay so over a restart (B01.FR.07). A charger that forgets is told
 * again.
 */
final class ClosedConnectors {

  private static final String WAKE_UP = "closed";

  /** How long a charger has after its boot to report that it has not forgotten. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private ClosedConnectors() {}

  static void addTo(Tables tables) {
    tables.onWakeUp(WAKE_UP, ClosedConnectors::woken);
  }

  /** To be noted when the CSMS has accepted a boot. */
  static List<Change> afterBoot(ChargerView view) {
    return closed(view).findAny().isPresent()
        ? List.of(new Change.WakeUp(WAKE_UP, view.now().plus(PATIENCE)))
        : List.of();
  }

  private static Stream<Integer> closed(ChargerView view) {
    Orders orders = view.state().station().orders();
    Stream<Integer> held = orders.idleReset().stream().flatMap(reset -> reset.held().stream());
    return Stream.concat(orders.closed().stream(), held).distinct().sorted();
  }

  private static Step<Void> woken(String reason, ChargerView view) {
    return Availability.change(
        closed(view).filter(connector -> forgotten(connector, view)).toList(),
        AvailabilityType.INOPERATIVE,
        view,
        (outcome, later) -> Step.Done.with(null, List.of(new Change.WakeUpOver(reason))));
  }

  private static boolean forgotten(int connector, ChargerView view) {
    boolean itself = unavailable(connector, view);
    boolean all =
        connector == 0
            && IntStream.rangeClosed(1, Evse.count(view)).allMatch(n -> unavailable(n, view));
    return !itself && !all;
  }

  private static boolean unavailable(int connector, ChargerView view) {
    Connector known = view.state().connectors().get(connector);
    boolean sinceBoot = !known.statusAt().isBefore(view.state().registration().bootAt());
    return sinceBoot
        && known
            .status()
            .filter(report -> report.status() == ConnectorStatus.UNAVAILABLE)
            .isPresent();
  }
}
