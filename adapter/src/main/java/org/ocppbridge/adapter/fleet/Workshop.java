package org.ocppbridge.adapter.fleet;

import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.mappings.ChargerState;

/** Makes the parts of a charger; the wiring is {@code Wiring}'s. */
@FunctionalInterface
public interface Workshop {

  /**
   * A charger ready to work, its link not yet open.
   *
   * @param state what is known of it
   * @param route where the settings in force have it served
   */
  Charger charger(ChargerState state, Route route);
}
