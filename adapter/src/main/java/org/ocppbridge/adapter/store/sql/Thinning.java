package org.ocppbridge.adapter.store.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.mappings.Message;

/**
 * Which messages are left out when too many wait for a CSMS (MR D9): every second meter reading of
 * a transaction, never its first or last one, never the head of the queue, and nothing else.
 */
final class Thinning {

  /** Why a 2.0.1 station tells of readings and of nothing else (E02.FR.09, .10). */
  private static final Set<String> READINGS = Set.of("MeterValuePeriodic", "MeterValueClock");

  /** A row of the outbox. */
  record Row(long seq, int transaction, boolean mayGo) {}

  private Thinning() {}

  /** Whether a message holds meter readings and nothing else. */
  static boolean mayGo(Message message) {
    if (message.transaction().isEmpty()) {
      return false;
    }
    return switch (message.action()) {
      case "MeterValues" -> true;
      case "TransactionEvent" ->
          message.payload().path("eventType").asText().equals("Updated")
              && READINGS.contains(message.payload().path("triggerReason").asText());
      default -> false;
    };
  }

  /**
   * The places to be left out.
   *
   * @param rows the outbox in its order
   */
  static List<Long> leftOut(List<Row> rows) {
    Map<Integer, List<Long>> readings = new HashMap<>();
    rows.stream()
        .skip(1)
        .filter(Row::mayGo)
        .forEach(
            row ->
                readings.computeIfAbsent(row.transaction(), t -> new ArrayList<>()).add(row.seq()));
    List<Long> leftOut = new ArrayList<>();
    for (List<Long> places : readings.values()) {
      for (int i = 1; i < places.size() - 1; i += 2) {
        leftOut.add(places.get(i));
      }
    }
    return leftOut;
  }
}
