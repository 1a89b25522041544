package org.ocppbridge.mappings.json201.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.HardWired;
import org.ocppbridge.mappings.json201.base.HardWired.Tier;
import org.ocppbridge.mappings.json201.base.StatusReports;
import org.ocppbridge.mappings.json201.model.Definition.Range;

/**
 * The problems that hard-wired monitors look at, as variables (MR A9): each at its own place, and
 * at the station for what the main controller reports.
 */
final class HardWiredVariables {

  private HardWiredVariables() {}

  /** Rows for the table of variables; AvailabilityState has its own there. */
  static List<Definition> rows() {
    List<Definition> rows = new ArrayList<>();
    for (HardWired monitor : HardWired.values()) {
      if (!monitor.availability()) {
        tiers(monitor)
            .map(tier -> row(monitor, tier))
            .filter(row -> !rows.contains(row))
            .forEach(rows::add);
      }
    }
    return List.copyOf(rows);
  }

  /** The station has no connector of its own: that problem is the station's. */
  private static Stream<Tier> tiers(HardWired monitor) {
    return monitor == HardWired.CONNECTOR_PROBLEM
        ? Stream.of(monitor.tier())
        : Stream.of(monitor.tier(), Tier.STATION).distinct();
  }

  private static Definition row(HardWired monitor, Tier tier) {
    return new Definition(
        tier,
        monitor.component(),
        monitor.variable(),
        "",
        false,
        DataType.BOOLEAN,
        "",
        Mutability.RO,
        Range.NONE,
        "",
        new Source.Made(Derivations.PROBLEM));
  }

  /** Whether any connector reports this problem now. */
  static boolean isTrue(VariablePath path, ChargerView view) {
    return view.state().connectors().all().values().stream()
        .flatMap(connector -> connector.status().stream())
        .filter(r -> r.connectorId() != null && r.errorCode() != null)
        .anyMatch(
            r ->
                StatusReports.monitors(r).stream()
                    .anyMatch(m -> m.variable(r.connectorId(), view).equals(path)));
  }
}
