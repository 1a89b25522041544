package org.ocppbridge.mappings;

import java.util.Optional;
import java.util.Set;

/** Changes of what a 2.0.1 CSMS ordered. */
public sealed interface OrderChange extends Change {

  /** The charger agreed to take a connector (0: the whole station) in or out of service. */
  record Availability(int connector, boolean closed) implements OrderChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().orders().closed(connector, closed)));
    }
  }

  /** A reset waits for the station to be idle (present), or waits no longer (empty). */
  record IdleReset(Optional<Orders.IdleReset> reset) implements OrderChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().orders().with(reset)));
    }
  }

  /** The charger took a local list; these idTags, in lower case, are on it now. */
  record LocalList(Set<String> idTags) implements OrderChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().orders().localList(idTags)));
    }
  }
}
