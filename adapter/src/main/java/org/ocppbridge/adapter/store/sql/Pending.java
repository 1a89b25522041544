package org.ocppbridge.adapter.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.store.sql.Sql.Effect;
import org.ocppbridge.adapter.store.sql.Write.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statements that are to be carried out, in their order, by charger. */
final class Pending {
  private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

  private final Map<String, List<Line>> chargers = new LinkedHashMap<>();
  private int size;

  void add(Write write) {
    if (write.charger() == null) {
      add(write.lines());
    } else {
      of(write.charger()).addAll(write.lines());
      size += write.lines().size();
    }
  }

  void add(List<Line> lines) {
    for (Line line : lines) {
      of(line.sql().charger(line.values())).add(line);
    }
    size += lines.size();
  }

  private List<Line> of(String charger) {
    return chargers.computeIfAbsent(charger, unknown -> new ArrayList<>());
  }

  /** Number of statements. */
  int size() {
    return size;
  }

  boolean has(String charger) {
    return chargers.containsKey(charger);
  }

  /** Takes those of a charger. */
  List<Line> take(String charger) {
    List<Line> own = chargers.remove(charger);
    if (own == null) {
      return List.of();
    }
    size -= own.size();
    return own;
  }

  Collection<String> chargers() {
    return chargers.keySet();
  }

  /** Those of each charger. */
  Collection<List<Line>> all() {
    return chargers.values();
  }

  /** Carries out all of them. */
  void into(Statements statements) throws SQLException {
    for (List<Line> lines : chargers.values()) {
      carryOut(lines, statements);
    }
  }

  /** Carries out what remains of the statements of one charger when they are condensed. */
  static void carryOut(List<Line> lines, Statements statements) throws SQLException {
    for (Line line : new Condensed(lines).lines()) {
      int rows = statements.execute(line);
      if (rows == 1 || !line.sql().one()) {
        continue;
      }
      if (rows > 0 || line.sql().effect() == Effect.SET) {
        throw new SQLException(
            line.sql() + " reached " + rows + " rows: another serves the charger");
      }
      LOG.warn("{} reached no row, it had gone already: {}", line.sql(), line.values());
    }
  }
}
