package org.ocppbridge.mappings.json201.model;

import java.util.Optional;
import org.ocppbridge.mappings.SoapVersion;

/** Where a variable's value comes from, and where it is set (MR C, column "leg"). */
sealed interface Source {

  /**
   * A configuration key of the charger.
   *
   * @param since the oldest version that has it
   * @param both whether the bridge keeps to the value, too
   * @param otherwise what holds for chargers without the key; empty: no such variable
   */
  record Key(String name, SoapVersion since, boolean both, Optional<Otherwise> otherwise)
      implements Source {}

  /** What holds for chargers without a key: set in the bridge if it can be set at all. */
  record Otherwise(Mutability mutability, String value) {}

  /** A key of the connection to the CSMS, see {@code rules.LinkKeys}. */
  record Link(String key) implements Source {}

  /** The bridge keeps it; the default holds until the CSMS sets it. */
  record Own(String byDefault) implements Source {}

  /** It never changes. */
  record Fixed(String value) implements Source {}

  /** Made of the state, see {@link Derivations}. */
  record Made(String name) implements Source {}

  /** Set, never shown. */
  record Secret() implements Source {}

  /** The connector's part of {@code ConnectorPhaseRotation}. */
  record Rotation() implements Source {}

  /**
   * An interval that 1.x has once for two lists: as {@code interval} if {@code list} has items,
   * else 0. Only these two values can be set (MR C4).
   */
  record Follows(String interval, String list, SoapVersion since) implements Source {}
}
