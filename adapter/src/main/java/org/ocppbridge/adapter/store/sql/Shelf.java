package org.ocppbridge.adapter.store.sql;

import java.util.Map;
import java.util.function.Function;
import org.ocppbridge.mappings.ChargerState;

/**
 * One kind of pieces that a charger's state is kept in, so that a change writes the pieces that
 * changed and no more.
 *
 * @param kind its name in the store; never changed
 * @param part where it is in the state; the same object for as long as nothing in it changed
 * @param pieces the pieces of that part by item, in an order to be kept
 */
record Shelf<P>(
    String kind, Function<ChargerState, P> part, Function<P, ? extends Map<?, ?>> pieces) {

  /** A part that is a map already. */
  static <K, V> Shelf<Map<K, V>> of(String kind, Function<ChargerState, Map<K, V>> part) {
    return new Shelf<>(kind, part, map -> map);
  }

  /** Whether two states surely hold the same pieces here, seen at once. */
  @SuppressWarnings("ReferenceEquality")
  boolean same(ChargerState one, ChargerState other) {
    return part.apply(one) == part.apply(other);
  }

  Map<?, ?> of(ChargerState state) {
    return pieces.apply(part.apply(state));
  }
}
