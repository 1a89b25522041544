package org.ocppbridge.adapter.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has chargers served as other settings want it, one after another. */
final class Renewal {
  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  /** From the end of a charger's link to the beginning of its next one, by other settings. */
  private static final Duration HANDOVER = Duration.ofMillis(500);

  private final ServedChargers served;
  private final Time time;

  Renewal(ServedChargers served, Time time) {
    this.served = served;
    this.time = time;
  }

  /**
   * Chargers that settings would make one and the same station for a CSMS, one line each; among
   * those that are served.
   */
  List<String> clashes(Routing next) {
    Map<String, ChargerId> stations = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    for (ChargerId id : served.all().stream().map(Charger::id).sorted().toList()) {
      next.of(id)
          .ifPresent(
              route -> {
                ChargerId other = stations.putIfAbsent(route.station(), id);
                if (other != null) {
                  clashes.add(
                      "chargers: %s and %s would both be '%s' at target %s"
                          .formatted(
                              other, id, route.settings().csmsIdentity(), route.targetName()));
                }
              });
    }
    return clashes;
  }

  /** Chargers that are not served as the settings in force want it. */
  List<ChargerId> outdated() {
    return served.all().stream().filter(this::isOutdated).map(Charger::id).toList();
  }

  private boolean isOutdated(Charger charger) {
    return served
        .routing()
        .of(charger.id())
        .filter(route -> charger.route().servesAs(route))
        .isEmpty();
  }

  /**
   * Has a charger served as the settings in force want it, with new parts that go on with what is
   * stored; if its settings let it in no more, ends its link.
   *
   * @param owing also if it has still to finish something where it was served so far
   * @return whether that is so now; false: not yet
   */
  boolean renew(ChargerId id, boolean owing) {
    Charger old = served.get(id);
    if (old == null || !isOutdated(old)) {
      return true;
    }
    Charger now = served.change(id, known -> renewed(known, owing));
    if (old.equals(now)) {
      return false;
    }
    old.link().close();
    old.session().linkDown("other settings are in force");
    if (now != null) {
      // The CSMS shall have seen the old link's end.
      time.at(time.steady().plus(HANDOVER), () -> now.takeUp(old.lastHeard(), old.lastHeard()));
    }
    return true;
  }

  /** Under the map's lock for this charger. */
  private Charger renewed(Charger charger, boolean owing) {
    Optional<Route> next = served.routing().of(charger.id());
    if (!charger.mayLeaveFor(next, owing)
        || next.filter(route -> served.isTaken(route, charger.id())).isPresent()
        || !charger.session().retire()) {
      return charger;
    }
    served.release(charger);
    if (next.isEmpty()) {
      return null;
    }
    try {
      return served.create(charger.id(), charger.session().state().version());
    } catch (RuntimeException e) {
      LOG.error("charger {} cannot be served by its new settings", charger.id(), e);
      return null;
    }
  }
}
