package org.ocppbridge.adapter.store.sql;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.store.sql.Sql.Effect;
import org.ocppbridge.adapter.store.sql.Sql.Table;
import org.ocppbridge.adapter.store.sql.Write.Line;

/**
 * The statements of one charger, one after the other, without those that the later ones undo: of a
 * row that is set again and again the last remains, of one that is added and removed nothing.
 *
 * <p>Statements to different rows may change places, so a row's last one takes the place of its
 * first. A statement with {@link Effect#OTHER} effect is passed by none of its table.
 */
final class Condensed {

  /**
   * What may be replaced.
   *
   * @param age how many statements of the table were before it that none may pass
   */
  private record Key(Table table, int age, List<Object> row) {}

  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private final Map<Table, Integer> ages = new EnumMap<>(Table.class);

  /** Adds one after those that are here. */
  void add(Line line) {
    Sql sql = line.sql();
    if (sql.effect() == Effect.OTHER) {
      grow(sql.table());
      lines.put(key(line), line);
      grow(sql.table());
      return;
    }
    Key key = key(line);
    Line before = lines.get(key);
    if (before == null) {
      lines.put(key, line);
    } else if (before.sql().effect() == Effect.ADD && sql.effect() == Effect.REMOVE) {
      lines.remove(key);
    } else if (before.sql().effect() == Effect.ADD || sql.effect() == Effect.ADD) {
      grow(sql.table());
      lines.put(key(line), line);
    } else {
      lines.put(key, line);
    }
  }

  private Key key(Line line) {
    Sql sql = line.sql();
    return new Key(sql.table(), ages.getOrDefault(sql.table(), 0), sql.row(line.values()));
  }

  private void grow(Table table) {
    ages.merge(table, 1, Integer::sum);
  }

  /** What remains, in an order that leads to the same. */
  Collection<Line> lines() {
    return lines.values();
  }
}
