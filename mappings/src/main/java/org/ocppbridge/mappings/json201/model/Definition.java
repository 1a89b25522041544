package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.json201.base.HardWired.Tier;

/**
 * A row of the table of variables.
 *
 * @param instance empty text if the variable has none
 * @param required whether 2.0.1 asks for it wherever its component is
 * @param unit empty text if it has none
 * @param values what can stand in it; empty text: anything. {@code @measurands}: those of the
 *     charger's version
 */
record Definition(
    Tier tier,
    String component,
    String variable,
    String instance,
    boolean required,
    DataType type,
    String unit,
    Mutability mutability,
    Range range,
    String values,
    Source source) {

  static final String MEASURANDS = "@measurands";

  /** Stands for the upper limit of what is measured at an EVSE, a setting. */
  static final String POWER = "@power";

  /** Stands for the default of how long a verdict on a token holds, a setting. */
  static final String TOKEN_LIFETIME = "@tokenLifetime";

  /**
   * Limits: of a number its value, of a text its length.
   *
   * @param maxKey the charger's key that holds the upper limit; empty text: {@code max} does
   */
  record Range(Optional<BigDecimal> min, Optional<BigDecimal> max, String maxKey) {
    static final Range NONE = new Range(Optional.empty(), Optional.empty(), "");
  }

  /** The charger's keys its value is made of. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    switch (source) {
      case Source.Key key -> keys.add(key.name());
      case Source.Rotation ignored -> keys.add(Rotations.KEY);
      case Source.Follows follows -> {
        keys.add(follows.interval());
        keys.add(follows.list());
      }
      case Source.Made made -> keys.addAll(Derivations.keys(made.name()));
      case Source.Link ignored -> {}
      case Source.Own ignored -> {}
      case Source.Fixed ignored -> {}
      case Source.Secret ignored -> {}
    }
    return keys;
  }

  boolean measurands() {
    return values.equals(MEASURANDS);
  }
}
