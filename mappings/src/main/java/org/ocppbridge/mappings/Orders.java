package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a 2.0.1 CSMS ordered and what stays in force until it orders otherwise.
 *
 * @param closed SOAP connectors that it put out of service; 0 is the whole station
 * @param idleReset a reset that waits until the station is idle
 * @param localList idTags of the charger's local list as far as the CSMS sent it, in lower case, at
 *     most {@value #LOCAL_LIST_MAX}
 */
public record Orders(Set<Integer> closed, Optional<IdleReset> idleReset, Set<String> localList) {

  /** Most idTags of a local list that are remembered; of a longer one the rest is not counted. */
  public static final int LOCAL_LIST_MAX = 10_000;

  static final Orders NONE = new Orders(Set.of(), Optional.empty(), Set.of());

  /**
   * A reset that waits for the station to be idle (2.0.1 B12).
   *
   * @param at when it was ordered
   * @param held SOAP connectors the bridge put out of service so that nothing new begins; 0 is the
   *     whole station; empty before it has done so
   * @param tries how often the charger has refused to reset since it was idle
   */
  public record IdleReset(Instant at, List<Integer> held, int tries) {}

  /** Whether the CSMS wants this connector out of service, alone or with the whole station. */
  public boolean closes(int connector) {
    return closed.contains(0) || closed.contains(connector);
  }

  Orders closed(int connector, boolean close) {
    Set<Integer> next = new TreeSet<>(closed);
    if (close && closed.size() < Connectors.MAX) {
      next.add(connector);
    } else {
      next.remove(connector);
    }
    return new Orders(Set.copyOf(next), idleReset, localList);
  }

  Orders with(Optional<IdleReset> next) {
    return new Orders(closed, next, localList);
  }

  Orders localList(Set<String> idTags) {
    return new Orders(
        closed,
        idleReset,
        idTags.stream().limit(LOCAL_LIST_MAX).collect(Collectors.toUnmodifiableSet()));
  }
}
