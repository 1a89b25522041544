package org.ocppbridge.adapter.operator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;

/** What a connector's last meter values say of the transaction on it. */
final class Meters {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Meters() {}

  /** What a transaction has delivered so far, in Wh. */
  static Optional<Double> energyWh(Transaction transaction, Connector connector) {
    if (!isOf(transaction, connector)) {
      return Optional.empty();
    }
    BigDecimal start = transaction.start().meterStart();
    return samples(connector, Measurand.ENERGY_ACTIVE_IMPORT_REGISTER)
        .filter(sample -> sample.phase() == null)
        .map(Meters::value)
        .flatMap(Optional::stream)
        .findFirst()
        .map(register -> register.subtract(start).doubleValue());
  }

  /** What it draws, in W: the total, else the sum of the phases. */
  static Optional<Double> powerW(Transaction transaction, Connector connector) {
    if (!isOf(transaction, connector)) {
      return Optional.empty();
    }
    List<SampledValue> samples = samples(connector, Measurand.POWER_ACTIVE_IMPORT).toList();
    List<SampledValue> total = samples.stream().filter(s -> s.phase() == null).toList();
    return (total.isEmpty() ? samples.stream() : total.stream().limit(1))
        .map(Meters::value)
        .flatMap(Optional::stream)
        .reduce(BigDecimal::add)
        .map(BigDecimal::doubleValue);
  }

  private static boolean isOf(Transaction transaction, Connector connector) {
    return !connector.samples().isEmpty()
        && !connector.samplesAt().isBefore(transaction.startedAt());
  }

  /** A sample without a measurand is one of the energy register (1.6 §7.43). */
  private static Stream<SampledValue> samples(Connector connector, Measurand wanted) {
    return connector.samples().stream()
        .flatMap(meter -> meter.sampledValue().stream())
        .filter(
            s ->
                s.measurand() == wanted
                    || s.measurand() == null && wanted == Measurand.ENERGY_ACTIVE_IMPORT_REGISTER);
  }

  /** In W or Wh. */
  private static Optional<BigDecimal> value(SampledValue sample) {
    try {
      BigDecimal number = new BigDecimal(sample.value().strip());
      boolean kilo =
          sample.unit() == UnitOfMeasure.KILO_WATT || sample.unit() == UnitOfMeasure.KILO_WATT_HOUR;
      return Optional.of(kilo ? number.multiply(THOUSAND) : number);
    } catch (NumberFormatException none) {
      return Optional.empty(); // signed data, say
    }
  }
}
