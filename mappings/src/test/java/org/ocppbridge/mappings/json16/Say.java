package org.ocppbridge.mappings.json16;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;

/** What chargers say in tests, with the fields that matter. */
final class Say {

  private Say() {}

  static Authorize.Request authorize(String idTag) {
    return new Authorize.Request(idTag);
  }

  static BootNotification.Request boot(String model) {
    return new BootNotification.Request("Vendor", model, null, null, null, null, null, null, null);
  }

  static StartTransaction.Request start(int connector, String idTag, Instant at, String meter) {
    return new StartTransaction.Request(connector, idTag, at, new BigDecimal(meter), null);
  }

  static StopTransaction.Request stop(int id, String idTag, Instant at, String meter) {
    return new StopTransaction.Request(id, idTag, at, new BigDecimal(meter), null, List.of());
  }

  static StopTransaction.Request stop(int id, Instant at, String meter, StopReason reason) {
    return new StopTransaction.Request(id, null, at, new BigDecimal(meter), reason, List.of());
  }

  static SampledValue sample(String value) {
    return new SampledValue(value, null, null, null, null, null, null);
  }

  static MeterValues.Request meter(int connector, Integer transaction, Instant at, String value) {
    return new MeterValues.Request(
        connector, transaction, List.of(new MeterValue(at, List.of(sample(value)))));
  }

  static StatusNotification.Request status(int connector, ConnectorStatus status) {
    return status(connector, status, ErrorCode.NO_ERROR);
  }

  static StatusNotification.Request status(
      int connector, ConnectorStatus status, ErrorCode errorCode) {
    return new StatusNotification.Request(connector, errorCode, null, status, null, null, null);
  }
}
