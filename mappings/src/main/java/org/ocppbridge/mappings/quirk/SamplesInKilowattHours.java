package org.ocppbridge.mappings.quirk;

import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnitOfMeasure;

/**
 * Energy samples that are kilowatt-hours but are labelled Wh, or not at all, which means the same
 * (1.6 §7.45): a CSMS then bills a thousandth. The label is put right, the number is not touched.
 * {@code meterStart} and {@code meterStop} are whole watt-hours with these chargers too.
 */
final class SamplesInKilowattHours implements Quirk {

  @Override
  public String name() {
    return "samples-in-kilowatt-hours";
  }

  @Override
  public <Q> Q request(Operation<Q, ?> operation, Q request, List<Loss> losses) {
    Object repaired =
        switch (request) {
          case MeterValues.Request r ->
              new MeterValues.Request(
                  r.connectorId(),
                  r.transactionId(),
                  repaired(r.meterValue(), "meterValue", losses));
          case StopTransaction.Request r ->
              new StopTransaction.Request(
                  r.transactionId(),
                  r.idTag(),
                  r.timestamp(),
                  r.meterStop(),
                  r.reason(),
                  repaired(r.transactionData(), "transactionData", losses));
          default -> request;
        };
    return operation.request().cast(repaired);
  }

  private static List<MeterValue> repaired(
      List<MeterValue> values, String field, List<Loss> losses) {
    List<MeterValue> repaired = new ArrayList<>();
    for (MeterValue value : values) {
      String path = field + "[" + repaired.size() + "]";
      repaired.add(new MeterValue(value.timestamp(), samples(value.sampledValue(), path, losses)));
    }
    return repaired;
  }

  private static List<SampledValue> samples(
      List<SampledValue> samples, String path, List<Loss> losses) {
    List<SampledValue> repaired = new ArrayList<>();
    for (SampledValue sample : samples) {
      if (isMislabelled(sample)) {
        losses.add(
            Loss.changed(
                path + ".sampledValue[" + repaired.size() + "].unit",
                "was Wh: by its settings the charger means kWh"));
        repaired.add(inKilowattHours(sample));
      } else {
        repaired.add(sample);
      }
    }
    return repaired;
  }

  private static boolean isMislabelled(SampledValue s) {
    boolean wattHours = s.unit() == null || s.unit() == UnitOfMeasure.WATT_HOUR;
    return wattHours && isEnergy(s.measurand());
  }

  /** No measurand at all means the register (1.6 §7.43). */
  private static boolean isEnergy(Measurand measurand) {
    return switch (measurand) {
      case null -> true;
      case ENERGY_ACTIVE_EXPORT_REGISTER,
          ENERGY_ACTIVE_IMPORT_REGISTER,
          ENERGY_ACTIVE_EXPORT_INTERVAL,
          ENERGY_ACTIVE_IMPORT_INTERVAL ->
          true;
      default -> false;
    };
  }

  private static SampledValue inKilowattHours(SampledValue s) {
    return new SampledValue(
        s.value(),
        s.context(),
        s.format(),
        s.measurand(),
        s.phase(),
        s.location(),
        UnitOfMeasure.KILO_WATT_HOUR);
  }
}
