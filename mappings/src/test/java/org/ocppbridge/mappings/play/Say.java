package org.ocppbridge.mappings.play;

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
public final class Say {

  private Say() {}

  public static Authorize.Request authorize(String idTag) {
    return new Authorize.Request(idTag);
  }

  public static BootNotification.Request boot(String model) {
    return new BootNotification.Request("Vendor", model, null, null, null, null, null, null, null);
  }

  public static StartTransaction.Request start(
      int connector, String idTag, Instant at, String meter) {
    return new StartTransaction.Request(connector, idTag, at, new BigDecimal(meter), null);
  }

  public static StopTransaction.Request stop(int id, String idTag, Instant at, String meter) {
    return new StopTransaction.Request(id, idTag, at, new BigDecimal(meter), null, List.of());
  }

  public static StopTransaction.Request stop(int id, Instant at, String meter, StopReason reason) {
    return new StopTransaction.Request(id, null, at, new BigDecimal(meter), reason, List.of());
  }

  public static SampledValue sample(String value) {
    return new SampledValue(value, null, null, null, null, null, null);
  }

  public static MeterValues.Request meter(
      int connector, Integer transaction, Instant at, String value) {
    return new MeterValues.Request(
        connector, transaction, List.of(new MeterValue(at, List.of(sample(value)))));
  }

  public static StatusNotification.Request status(int connector, ConnectorStatus status) {
    return status(connector, status, ErrorCode.NO_ERROR);
  }

  public static StatusNotification.Request status(
      int connector, ConnectorStatus status, ErrorCode errorCode) {
    return new StatusNotification.Request(connector, errorCode, null, status, null, null, null);
  }
}
