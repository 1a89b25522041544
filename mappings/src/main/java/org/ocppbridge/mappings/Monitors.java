package org.ocppbridge.mappings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.model.WireName;

/**
 * What a 2.0.1 CSMS wants to be told of the device model (MR B9).
 *
 * @param custom the monitors it set, by their id, at most {@value #MAX}
 * @param lastId the id given last; never reused
 * @param base as it set it last: All, FactoryDefault or HardWiredOnly
 * @param level events of a higher severity number are not told (N05)
 */
public record Monitors(Map<Integer, Monitor> custom, int lastId, String base, int level) {

  /** Most monitors of one charger. */
  public static final int MAX = 200;

  /** The level that lets everything pass. */
  public static final int ALL_LEVELS = 9;

  static final Monitors NONE = new Monitors(Map.of(), 0, "All", ALL_LEVELS);

  /** What a monitor looks for. */
  public enum Type implements WireName {
    UPPER_THRESHOLD("UpperThreshold"),
    LOWER_THRESHOLD("LowerThreshold"),
    DELTA("Delta"),
    PERIODIC("Periodic"),
    PERIODIC_CLOCK_ALIGNED("PeriodicClockAligned");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }

    /** Whether it tells at fixed times, not when the value changes. */
    public boolean periodic() {
      return this == PERIODIC || this == PERIODIC_CLOCK_ALIGNED;
    }
  }

  /**
   * A monitor.
   *
   * @param value the threshold, the difference, or the period in seconds
   * @param severity 0 to 9, 0 being the worst
   * @param transaction whether it looks only while a transaction runs
   * @param alerting whether a threshold is exceeded, as last told
   * @param reference the value last told, from which a difference counts
   */
  public record Monitor(
      VariablePath variable,
      Type type,
      BigDecimal value,
      int severity,
      boolean transaction,
      boolean alerting,
      Optional<String> reference) {

    /** The same after it was told. */
    public Monitor told(boolean nowAlerting, String actual) {
      return new Monitor(
          variable, type, value, severity, transaction, nowAlerting, Optional.of(actual));
    }
  }

  Monitors with(int id, Monitor monitor) {
    return new Monitors(Copies.with(custom, id, monitor, MAX), Math.max(id, lastId), base, level);
  }

  Monitors without(int id) {
    return new Monitors(Copies.without(custom, id), lastId, base, level);
  }

  Monitors base(String next) {
    return new Monitors(custom, lastId, next, level);
  }

  Monitors level(int next) {
    return new Monitors(custom, lastId, base, next);
  }
}
