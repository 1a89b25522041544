package org.ocppbridge.adapter.console.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which chargers are wanted, in which order.
 *
 * @param search stands in the identity, vendor, model, address or the token of an open transaction;
 *     letter case does not matter
 * @param target name of the CSMS
 * @param soap SOAP version
 * @param link state of the link
 * @param status some connector reports it
 * @param charging whether a transaction is open
 * @param attention only those a person should look at
 * @param sort one of {@link #ORDERS}, with {@code -} before it for the other way round
 */
public record FleetQuery(
    Optional<String> search,
    Optional<String> target,
    Optional<String> soap,
    Optional<String> link,
    Optional<String> status,
    boolean charging,
    boolean attention,
    String sort) {

  /** What chargers can be sorted by. */
  public static final Map<String, Comparator<FleetRow>> ORDERS =
      Map.of(
          "id", Comparator.comparing(FleetRow::id),
          "lastHeard", Comparator.comparing(FleetRow::lastHeard),
          "waiting", Comparator.comparingInt(FleetRow::waiting),
          "deadLetters", Comparator.comparingLong(FleetRow::deadLetterCount),
          "power", Comparator.comparingDouble(FleetQuery::power),
          "energy", Comparator.comparingDouble(FleetQuery::energy));

  /** All chargers, by identity. */
  public static final FleetQuery ALL =
      new FleetQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          "id");

  /** Chooses, sorts and cuts out a page. */
  public FleetPage page(List<FleetRow> rows, int offset, int limit) {
    List<FleetRow> matching = rows.stream().filter(this::wants).toList();
    List<FleetRow> page =
        (sort.equals("id") ? matching.stream() : matching.stream().sorted(order()))
            .skip(offset)
            .limit(limit)
            .toList();
    return new FleetPage(rows.size(), matching.size(), offset, page);
  }

  /** Whether it can be sorted by that. */
  public static boolean isOrder(String sort) {
    return ORDERS.containsKey(name(sort));
  }

  private static String name(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }

  private Comparator<FleetRow> order() {
    Comparator<FleetRow> order = ORDERS.get(name(sort));
    return (sort.startsWith("-") ? order.reversed() : order).thenComparing(FleetRow::id);
  }

  private boolean wants(FleetRow row) {
    return target.map(row.target()::equals).orElse(true)
        && soap.map(row.soap()::equals).orElse(true)
        && link.map(row.link()::equals).orElse(true)
        && (!attention || row.attention())
        && (!charging || !row.sessions().isEmpty())
        && status
            .map(s -> row.connectors().stream().anyMatch(c -> c.status().equals(s)))
            .orElse(true)
        && search.map(text -> holds(row, text.toLowerCase(Locale.ROOT))).orElse(true);
  }

  private static boolean holds(FleetRow row, String text) {
    return in(row.id(), text)
        || in(row.vendor(), text)
        || in(row.model(), text)
        || in(row.callback(), text)
        || row.sessions().stream().anyMatch(session -> in(session.idTag(), text));
  }

  private static boolean in(String value, String text) {
    return value.toLowerCase(Locale.ROOT).contains(text);
  }

  private static double power(FleetRow row) {
    return row.sessions().stream().mapToDouble(s -> s.powerW() == null ? 0 : s.powerW()).sum();
  }

  private static double energy(FleetRow row) {
    return row.sessions().stream().mapToDouble(s -> s.energyWh() == null ? 0 : s.energyWh()).sum();
  }
}
