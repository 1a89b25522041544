package org.ocppbridge.adapter.console.view;

import java.util.List;
import java.util.Optional;

/** The chargers of the bridge, as an operator sees them. */
public interface Fleet {

  /** The bridge as a whole; not older than a second. */
  BridgeView bridge();

  /** A row for each charger, sorted by identity; not older than a second. */
  List<FleetRow> rows();

  /** All that is known of one charger now; empty if there is none of that identity. */
  Optional<ChargerDetail> charger(String id);
}
