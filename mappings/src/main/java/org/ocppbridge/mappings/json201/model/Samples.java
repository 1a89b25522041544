package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;

/** What was measured last at an EVSE, in the unit of the variable; values of single phases not. */
final class Samples {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal KELVIN = new BigDecimal("273.15");
  private static final BigDecimal FAHRENHEIT = BigDecimal.valueOf(32);

  /** Longer texts are no sound numbers. */
  private static final int DIGITS_MAX = 30;

  private Samples() {}

  static Optional<String> last(Measurand measurand, int evse, ChargerView view) {
    List<Connector> connectors =
        Evse.connectors(evse, view).stream()
            .flatMap(n -> Optional.ofNullable(view.state().connectors().all().get(n)).stream())
            .toList();
    return connectors.stream()
        .flatMap(connector -> connector.samples().stream())
        .flatMap(meterValue -> meterValue.sampledValue().stream())
        .filter(sample -> sample.phase() == null && measurand(sample) == measurand)
        .reduce((earlier, later) -> later)
        .flatMap(Samples::number);
  }

  private static Measurand measurand(SampledValue sample) {
    return sample.measurand() == null
        ? Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
        : sample.measurand();
  }

  private static Optional<String> number(SampledValue sample) {
    return Numbers.decimal(sample.value(), DIGITS_MAX)
        .map(value -> inBaseUnit(value, sample.unit()))
        .map(value -> value.stripTrailingZeros().toPlainString());
  }

  private static BigDecimal inBaseUnit(BigDecimal value, UnitOfMeasure unit) {
    if (unit == null) {
      return value;
    }
    return switch (unit) {
      case KELVIN -> value.subtract(KELVIN);
      case FAHRENHEIT ->
          value
              .subtract(FAHRENHEIT)
              .multiply(BigDecimal.valueOf(5))
              .divide(BigDecimal.valueOf(9), 2, RoundingMode.HALF_UP);
      case KILO_WATT_HOUR, KILO_WATT -> value.multiply(THOUSAND);
      default -> value;
    };
  }
}
