package org.ocppbridge.mappings.json201.transactions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.ValueFormat;
import org.ocppbridge.mappings.rules.Readings;

/** What the meters of a connector last showed. */
final class Register {

  private static final BigDecimal KILO = BigDecimal.valueOf(1000);

  private Register() {}

  /** The last number of a quantity on a connector that was read in the same unit. */
  static Optional<BigDecimal> last(Sample wanted, int connector, ChargerView view) {
    return plain(connector, view)
        .filter(
            said ->
                Sample.of(said, "", new ArrayList<>())
                    .filter(sample -> sample.measurand() == wanted.measurand())
                    .filter(sample -> sample.phase().equals(wanted.phase()))
                    .filter(sample -> sample.unit().equals(wanted.unit()))
                    .isPresent())
        .flatMap(said -> Numbers.read(said.value()).stream())
        .reduce((older, younger) -> younger);
  }

  /** The energy register in Wh as it was last seen during a transaction. */
  static Optional<BigDecimal> during(Transaction transaction, ChargerView view) {
    int connector = transaction.start().connectorId();
    boolean since =
        !view.state().connectors().get(connector).samplesAt().isBefore(transaction.startedAt());
    return since
        ? energy(connector, view)
            .filter(wattHours -> wattHours.compareTo(transaction.start().meterStart()) >= 0)
        : Optional.empty();
  }

  private static Optional<BigDecimal> energy(int connector, ChargerView view) {
    return plain(connector, view)
        .filter(
            said ->
                said.measurand() == null
                    || said.measurand() == Measurand.ENERGY_ACTIVE_IMPORT_REGISTER)
        .filter(said -> said.phase() == null)
        .flatMap(said -> wattHours(said).stream())
        .reduce((older, younger) -> younger);
  }

  private static Stream<SampledValue> plain(int connector, ChargerView view) {
    return view.state().connectors().get(connector).samples().stream()
        .flatMap(value -> value.sampledValue().stream())
        .map(said -> Readings.complete(said, view))
        .filter(said -> said.format() != ValueFormat.SIGNED_DATA && said.value() != null);
  }

  private static Optional<BigDecimal> wattHours(SampledValue sample) {
    return Numbers.read(sample.value())
        .map(n -> sample.unit() == UnitOfMeasure.KILO_WATT_HOUR ? n.multiply(KILO) : n);
  }
}
