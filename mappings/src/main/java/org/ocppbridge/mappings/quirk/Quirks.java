package org.ocppbridge.mappings.quirk;

import java.util.List;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Operation;

/**
 * The quirks of one charger.
 *
 * @param inForce applied in this order
 */
public record Quirks(List<Quirk> inForce) {

  /** All there are. */
  public static final List<Quirk> ALL = List.of(new SamplesInKilowattHours());

  /** A charger without any. */
  public static final Quirks NONE = new Quirks(List.of());

  public Quirks {
    inForce = List.copyOf(inForce);
  }

  /**
   * The quirks of these names.
   *
   * @throws IllegalArgumentException if there is none of such a name
   */
  public static Quirks named(List<String> names) {
    return new Quirks(names.stream().distinct().map(Quirks::named).toList());
  }

  /**
   * The quirk of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Quirk named(String name) {
    return ALL.stream()
        .filter(quirk -> quirk.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no quirk '"
                        + name
                        + "': "
                        + ALL.stream().map(Quirk::name).collect(Collectors.joining(", "))));
  }

  /** A request, repaired by all of them. */
  public <Q> Q request(Operation<Q, ?> operation, Q request, List<Loss> losses) {
    Q repaired = request;
    for (Quirk quirk : inForce) {
      repaired = quirk.request(operation, repaired, losses);
    }
    return repaired;
  }
}
