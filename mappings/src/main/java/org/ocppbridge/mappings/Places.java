package org.ocppbridge.mappings;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a 2.0.1 CSMS was told of the connectors of a charger, and of its main controller.
 *
 * @param told the connectorStatus last sent, by SOAP connector; 0: the availability of the station
 * @param problems what was reported and has not been cleared, by the id of its hard-wired monitor
 * @param lastEventId the eventId last used in a NotifyEvent; never reused
 */
public record Places(Map<Integer, String> told, Map<Integer, Problem> problems, int lastEventId) {

  /** Most problems that can be open at once. */
  public static final int PROBLEMS_MAX = 2000;

  static final Places NONE = new Places(Map.of(), Map.of(), 0);

  /**
   * A problem the CSMS was told of.
   *
   * @param eventId of the event that told it
   * @param techCode what was said of it
   * @param connectors the SOAP connectors that report it; never empty
   */
  public record Problem(int eventId, String techCode, SortedSet<Integer> connectors) {
    public Problem {
      connectors = Collections.unmodifiableSortedSet(new TreeSet<>(connectors));
    }
  }

  /** The connectorStatus last sent for a SOAP connector. */
  public Optional<String> told(int connector) {
    return Optional.ofNullable(told.get(connector));
  }

  Places told(int connector, String status) {
    return new Places(Copies.with(told, connector, status, Connectors.MAX), problems, lastEventId);
  }

  Places nothingTold() {
    return new Places(Map.of(), problems, lastEventId);
  }

  Places eventId(int id) {
    return new Places(told, problems, Math.max(lastEventId, id));
  }

  Places open(int monitor, Problem problem) {
    return new Places(told, Copies.with(problems, monitor, problem, PROBLEMS_MAX), lastEventId);
  }

  Places cleared(int monitor) {
    return new Places(told, Copies.without(problems, monitor), lastEventId);
  }
}
