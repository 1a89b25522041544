package org.ocppbridge.adapter.console.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a CSMS that is away for all its chargers from chargers that have trouble of their own. */
public final class CsmsAway {

  /** With fewer chargers their own rows say it all. */
  private static final int CHARGERS_MIN = 2;

  private CsmsAway() {}

  /** A sentence for each CSMS that chargers try to reach and none does. */
  public static List<String> warnings(List<FleetRow> rows) {
    Map<String, List<FleetRow>> byTarget =
        rows.stream()
            .collect(Collectors.groupingBy(FleetRow::target, TreeMap::new, Collectors.toList()));
    return byTarget.entrySet().stream()
        .filter(target -> isAway(target.getValue()))
        .map(target -> sentence(target.getKey(), target.getValue()))
        .toList();
  }

  private static boolean isAway(List<FleetRow> rows) {
    return rows.stream().noneMatch(row -> row.link().equals("UP"))
        && rows.stream().filter(row -> row.link().equals("BACK_OFF")).count() >= CHARGERS_MIN;
  }

  private static String sentence(String target, List<FleetRow> rows) {
    Map<String, Long> troubles =
        rows.stream()
            .map(FleetRow::linkTrouble)
            .filter(trouble -> !trouble.isEmpty())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    String trouble =
        troubles.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(most -> "; most often: " + most.getKey())
            .orElse("");
    return String.format(
        Locale.ROOT,
        "CSMS %s: none of its %,d chargers is connected%s",
        target,
        rows.size(),
        trouble);
  }
}
