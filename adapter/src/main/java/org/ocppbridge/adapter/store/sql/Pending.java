package org.ocppbridge.adapter.store.sql;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.store.sql.Sql.Effect;
import org.ocppbridge.adapter.store.sql.Write.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statements that are to be carried out, in their order, by charger. They are condensed at once:
 * what is undone soon takes no memory, which would cost more than to find it.
 */
final class Pending {
  private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

  private final Map<String, Condensed> chargers = new LinkedHashMap<>();
  private int size;

  void add(Write write) {
    if (write.charger() == null) {
      add(write.lines());
    } else {
      write.lines().forEach(of(write.charger())::add);
      size += write.lines().size();
    }
  }

  void add(Collection<Line> lines) {
    for (Line line : lines) {
      of(line.sql().charger(line.values())).add(line);
    }
    size += lines.size();
  }

  private Condensed of(String charger) {
    return chargers.computeIfAbsent(charger, unknown -> new Condensed());
  }

  /** Number of statements that were added. */
  int size() {
    return size;
  }

  boolean has(String charger) {
    return chargers.containsKey(charger);
  }

  /** Takes those of a charger. */
  Collection<Line> take(String charger) {
    Condensed own = chargers.remove(charger);
    return own == null ? List.of() : own.lines();
  }

  Collection<String> chargers() {
    return chargers.keySet();
  }

  /** Those of each charger. */
  List<Collection<Line>> all() {
    return chargers.values().stream().map(Condensed::lines).toList();
  }

  /** Carries out all of them. */
  void into(Statements statements) throws SQLException {
    for (Condensed lines : chargers.values()) {
      carryOut(lines.lines(), statements);
    }
  }

  /** Carries out those of one charger. */
  static void carryOut(Collection<Line> lines, Statements statements) throws SQLException {
    for (Line line : lines) {
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
