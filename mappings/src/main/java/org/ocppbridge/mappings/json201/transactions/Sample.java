package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.Location;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.Phase;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;

/**
 * One sample as 2.0.1 says it, with everything explicit that 1.x leaves to defaults (MR A7, D3).
 * The multiplier is never sent: values are as they were read.
 *
 * @param phase empty: the overall value
 * @param unit empty: it has none
 */
record Sample(
    ReadingContext context,
    Measurand measurand,
    Optional<Phase> phase,
    Location location,
    Optional<String> unit) {

  /** 2.0.1 has no such measurands; they are values of the device model. */
  private static final Set<Measurand> NOT_IN_201 = EnumSet.of(Measurand.TEMPERATURE, Measurand.RPM);

  /** The unit of a value without one: 1.x says Wh, which can only be meant for energy. */
  private static final Map<Measurand, Optional<String>> UNITS = units();

  private static Map<Measurand, Optional<String>> units() {
    Map<Measurand, Optional<String>> units = new EnumMap<>(Measurand.class);
    for (Measurand measurand : Measurand.values()) {
      units.put(measurand, unit(measurand.wire()));
    }
    return units;
  }

  private static Optional<String> unit(String measurand) {
    return Map.of(
            "Energy.Active.", "Wh",
            "Energy.Reactive.", "varh",
            "Power.Active.", "W",
            "Power.Offered", "W",
            "Power.Reactive.", "var",
            "Current.", "A",
            "Voltage", "V",
            "SoC", "Percent",
            "Frequency", "Hz")
        .entrySet()
        .stream()
        .filter(family -> measurand.startsWith(family.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What is said of a value; empty if 2.0.1 has no word for what was measured. */
  static Optional<Sample> of(SampledValue s, String path, List<Loss> losses) {
    Measurand measurand =
        s.measurand() == null ? Measurand.ENERGY_ACTIVE_IMPORT_REGISTER : s.measurand();
    if (NOT_IN_201.contains(measurand)) {
      losses.add(Loss.dropped(path, measurand.wire() + " is no measurand of 2.0.1"));
      return Optional.empty();
    }
    return Optional.of(
        new Sample(
            s.context() == null ? ReadingContext.SAMPLE_PERIODIC : s.context(),
            measurand,
            Optional.ofNullable(s.phase()),
            location(s.location(), measurand, path, losses),
            Optional.ofNullable(s.unit()).map(UnitOfMeasure::wire).or(() -> UNITS.get(measurand))));
  }

  /** The reading of the register at the begin or the end of a transaction, in Wh. */
  static Sample register(ReadingContext context) {
    return new Sample(
        context,
        Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
        Optional.empty(),
        Location.OUTLET,
        Optional.of(UnitOfMeasure.WATT_HOUR.wire()));
  }

  /** At the vehicle only its state of charge is measured. */
  private static Location location(
      Location said, Measurand measurand, String path, List<Loss> losses) {
    if (said == Location.EV && measurand != Measurand.STATE_OF_CHARGE) {
      losses.add(
          Loss.changed(path + ".location", "EV is only taken with SoC: Outlet, the default"));
      return Location.OUTLET;
    }
    return said == null ? Location.OUTLET : said;
  }

  /** Whether both are of the same quantity, whatever their units. */
  boolean alike(Sample other) {
    return context == other.context
        && measurand == other.measurand
        && phase.equals(other.phase)
        && location == other.location;
  }

  /** Whether a written sample is of this quantity, whatever its unit. */
  boolean isIn(JsonNode written) {
    return written.path("context").asText().equals(context.wire())
        && written.path("measurand").asText().equals(measurand.wire())
        && written.path("phase").asText("").equals(phase.map(Phase::wire).orElse(""))
        && written.path("location").asText().equals(location.wire());
  }

  /** As a {@code SampledValueType}. */
  ObjectNode json(BigDecimal value) {
    ObjectNode node =
        Json.object()
            .put("value", value)
            .put("context", context.wire())
            .put("measurand", measurand.wire());
    phase.ifPresent(p -> node.put("phase", p.wire()));
    node.put("location", location.wire());
    unit.ifPresent(u -> node.putObject("unitOfMeasure").put("unit", u));
    return node;
  }
}
