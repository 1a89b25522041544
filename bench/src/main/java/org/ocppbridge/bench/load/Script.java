package org.ocppbridge.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a charger says, in order. The last words are followed by those at {@code again}. */
record Script(List<Kind> kinds, int again) {
  private static final int READINGS = 8;

  /**
   * {@code SESSIONS}: a charging session with eight meter readings, 39 % Heartbeat, 35 %
   * MeterValues, 13 % StatusNotification, 9 % Start- and StopTransaction, 4 % Authorize. {@code
   * CALLS}: what is no part of a transaction. {@code METERS}: a transaction that does not end.
   */
  private static final Map<String, Script> ALL =
      Map.of(
          "SESSIONS", new Script(session(), 0),
          "CALLS", new Script(List.of(Kind.HEARTBEAT, Kind.AUTHORIZE, Kind.STATUS), 0),
          "METERS", new Script(List.of(Kind.START, Kind.METER), 1));

  /** The one of this name. */
  static Script of(String name) {
    return ALL.get(name);
  }

  private static List<Kind> session() {
    List<Kind> kinds = new ArrayList<>();
    kinds.addAll(List.of(Kind.HEARTBEAT, Kind.AUTHORIZE, Kind.STATUS, Kind.START, Kind.STATUS));
    for (int i = 0; i < READINGS; i++) {
      kinds.add(Kind.METER);
      kinds.add(Kind.HEARTBEAT);
    }
    kinds.addAll(List.of(Kind.STOP, Kind.STATUS));
    return List.copyOf(kinds);
  }

  Kind at(int step) {
    return kinds.get(step);
  }

  int after(int step) {
    return step + 1 < kinds.size() ? step + 1 : again;
  }

  int length() {
    return kinds.size();
  }

  /** Whether a transaction has to be under way at this step. */
  boolean isCharging(int step) {
    int start = kinds.indexOf(Kind.START);
    int stop = kinds.contains(Kind.STOP) ? kinds.indexOf(Kind.STOP) : kinds.size();
    return start >= 0 && step > start && step <= stop;
  }
}
