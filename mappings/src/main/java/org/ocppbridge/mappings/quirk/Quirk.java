package org.ocppbridge.mappings.quirk;

import java.util.List;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Operation;

/** What one make of chargers does wrong, and the repair. Stateless. */
public interface Quirk {

  /** Its name in the settings, small letters and hyphens, which says what the charger does. */
  String name();

  /**
   * Repairs a request of a charger that has the quirk.
   *
   * @param losses gets a line for each value that is changed
   * @return the request itself if there is nothing to repair; never null
   */
  <Q> Q request(Operation<Q, ?> operation, Q request, List<Loss> losses);
}
