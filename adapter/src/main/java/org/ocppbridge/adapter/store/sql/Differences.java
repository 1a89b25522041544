package org.ocppbridge.adapter.store.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.ChargerState;

/** Finds the pieces in which two states of a charger differ, and says how to write them. */
final class Differences {
  private final String charger;
  private final Write write;
  private long place;

  /**
   * @param lastPlace the highest place given to a piece of this charger so far
   */
  Differences(String charger, Write write, long lastPlace) {
    this.charger = charger;
    this.write = write;
    this.place = lastPlace;
  }

  /** Adds what leads from one state to the next; returns the highest place given. */
  long add(ChargerState before, ChargerState after) {
    for (Shelf<?> shelf : Shelves.ALL) {
      if (!shelf.same(before, after)) {
        add(shelf.kind(), shelf.of(before), shelf.of(after));
      }
    }
    seen(before.transactions().seen(), after.transactions().seen());
    return place;
  }

  /**
   * Looks at the ends of the list alone: it is long, changes with each meter reading, and only ever
   * grows at its end and loses at its beginning.
   */
  private void seen(List<Long> before, List<Long> after) {
    if (before.size() == after.size() && before.equals(after)) {
      return;
    }
    int kept = before.isEmpty() ? 0 : after.lastIndexOf(before.getLast()) + 1;
    int gone = before.size() - kept;
    if (kept > 0 && (gone < 0 || !before.get(gone).equals(after.getFirst()))) {
      gone = before.size();
      kept = 0;
    }
    for (Long fingerprint : before.subList(0, gone)) {
      write.add(Sql.CUT, charger, Shelves.SEEN, fingerprint.toString());
    }
    for (Long fingerprint : after.subList(kept, after.size())) {
      write.add(Sql.PUT, charger, Shelves.SEEN, fingerprint.toString(), ++place, "true");
    }
  }

  private void add(String kind, Map<?, ?> before, Map<?, ?> after) {
    if (after.size() <= 1 && before.equals(after)) {
      return;
    }
    for (Object item : before.keySet()) {
      if (!after.containsKey(item)) {
        write.add(Sql.CUT, charger, kind, item.toString());
      }
    }
    Map<Object, Integer> order = order(before);
    int last = -1;
    for (Map.Entry<?, ?> entry : after.entrySet()) {
      int was = order.getOrDefault(entry.getKey(), -1);
      if (was > last && same(before.get(entry.getKey()), entry.getValue())) {
        last = was;
      } else {
        String body = Codec.write(entry.getValue());
        write.add(Sql.PUT, charger, kind, entry.getKey().toString(), ++place, body);
      }
    }
  }

  /** States share what did not change, so that it is seldom looked into. */
  private static boolean same(Object before, Object after) {
    return before == after || after.equals(before);
  }

  /** A piece that was put again is the youngest then, also if it is as before. */
  private static Map<Object, Integer> order(Map<?, ?> map) {
    Map<Object, Integer> order = HashMap.newHashMap(map.size());
    map.keySet().forEach(key -> order.put(key, order.size()));
    return order;
  }
}
