package org.ocppbridge.adapter.soap;

/**
 * The place that a charger's request holds while its thread works on it. There are so many places
 * as the machine can work on at once; a request that only waits, say for the CSMS, steps aside, so
 * that one that waits keeps nobody out who has work to do. Those that wait are bounded too, and far
 * more: they cost memory alone.
 */
public interface Place {

  /** Of threads that serve no charger: they may always wait. */
  Place NONE = new Place() {};

  /** The place of the request that a thread serves. */
  ScopedValue<Place> CURRENT = ScopedValue.newInstance();

  /** The place of the request that this thread serves; {@link #NONE} if it serves none. */
  static Place current() {
    return CURRENT.orElse(NONE);
  }

  /**
   * Gives the place up while the request waits; to be followed by {@link #stepBack}.
   *
   * @return false: too many wait already ({@code soap.limits.waiting}), so this one must not
   */
  default boolean stepAside() {
    return true;
  }

  /** Takes the place again, at once, even where new requests find none. */
  default void stepBack() {}
}
