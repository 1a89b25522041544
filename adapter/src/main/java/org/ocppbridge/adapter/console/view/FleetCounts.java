package org.ocppbridge.adapter.console.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sums over all chargers.
 *
 * @param chargers how many are known
 * @param byLink how many in each state of the link to the CSMS
 * @param bySoap how many of each SOAP version
 * @param byTarget how many of each CSMS
 * @param connectors how many connectors report each status
 * @param sessions open transactions
 * @param powerW what they draw together, as far as chargers say
 * @param waiting messages that wait for a CSMS
 * @param deadLetters messages that were given up and wait for a person to decide
 * @param attention chargers with something a person should look at
 * @param paused chargers whose delivery is paused
 */
public record FleetCounts(
    int chargers,
    Map<String, Long> byLink,
    Map<String, Long> bySoap,
    Map<String, Long> byTarget,
    Map<String, Long> connectors,
    int sessions,
    double powerW,
    long waiting,
    long deadLetters,
    long attention,
    long paused) {

  /** Adds up. */
  public static FleetCounts of(List<FleetRow> rows) {
    return new FleetCounts(
        rows.size(),
        count(rows, FleetRow::link),
        count(rows, FleetRow::soap),
        count(rows, FleetRow::target),
        rows.stream()
            .flatMap(row -> row.connectors().stream())
            .filter(connector -> connector.number() > 0)
            .collect(
                Collectors.groupingBy(ConnectorView::status, TreeMap::new, Collectors.counting())),
        rows.stream().mapToInt(row -> row.sessions().size()).sum(),
        rows.stream()
            .flatMap(row -> row.sessions().stream())
            .mapToDouble(session -> session.powerW() == null ? 0 : session.powerW())
            .sum(),
        rows.stream().mapToLong(FleetRow::waiting).sum(),
        rows.stream().mapToLong(FleetRow::deadLetterCount).sum(),
        rows.stream().filter(FleetRow::attention).count(),
        rows.stream().filter(FleetRow::paused).count());
  }

  private static Map<String, Long> count(List<FleetRow> rows, Function<FleetRow, String> by) {
    return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
