package org.ocppbridge.adapter.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.console.view.FleetRow;
import org.ocppbridge.adapter.console.view.SessionView;

/**
 * What is delivered from one look to the next, by the meter values of open transactions. What a
 * transaction delivers after its last meter value is not seen.
 */
final class DeliveredEnergy {

  private Map<Key, Double> before = Map.of();

  private record Key(String charger, int transaction) {}

  /** What was delivered since the last look, in Wh. */
  double since(List<FleetRow> rows) {
    Map<Key, Double> now = new HashMap<>();
    double delivered = 0;
    for (FleetRow row : rows) {
      for (SessionView session : row.sessions()) {
        if (session.energyWh() != null) {
          Key key = new Key(row.id(), session.transaction());
          now.put(key, session.energyWh());
          // A register that was set back has delivered nothing.
          delivered += Math.max(0, session.energyWh() - before.getOrDefault(key, 0.0));
        }
      }
    }
    before = now;
    return delivered;
  }
}
