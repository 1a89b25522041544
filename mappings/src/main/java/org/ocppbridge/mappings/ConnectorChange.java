package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.StatusNotification;

/** Changes of a charger's connectors. */
public sealed interface ConnectorChange extends Change {

  /** A connector reported its status. */
  record Reported(StatusNotification.Request report, Instant at) implements ConnectorChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.connectors().change(report.connectorId(), c -> c.reported(report, at)));
    }
  }

  /** A connector reported meter values. */
  record Sampled(int connector, List<MeterValue> values, Instant at) implements ConnectorChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.connectors().change(connector, c -> c.sampled(values, at)));
    }
  }

  /** A connector is being unlocked for the CSMS. */
  record Unlocked(int connector, Instant at) implements ConnectorChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.connectors().change(connector, c -> c.unlocked(at)));
    }
  }
}
