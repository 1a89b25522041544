package org.ocppbridge.adapter.charger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;

/** The time that a charger says it is, as far as a request says one. */
final class Timestamps {
  private Timestamps() {}

  static Optional<Instant> of(Object request) {
    return Optional.ofNullable(
        switch (request) {
          case StatusNotification.Request status -> status.timestamp();
          case StartTransaction.Request start -> start.timestamp();
          case StopTransaction.Request stop -> stop.timestamp();
          case MeterValues.Request meter ->
              meter.meterValue().stream()
                  .map(MeterValue::timestamp)
                  .filter(Objects::nonNull)
                  .max(Instant::compareTo)
                  .orElse(null);
          default -> null;
        });
  }
}
