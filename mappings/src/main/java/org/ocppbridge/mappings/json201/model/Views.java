package org.ocppbridge.mappings.json201.model;

import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.json.Limits;

/** What values look like to the CSMS. */
final class Views {

  /** Longest value in an answer or a report (2.0.1 ReportingValueSize). */
  private static final int VALUE_MAX = 2500;

  private Views() {}

  /** The view once these changes are noted. */
  static ChargerView after(ChargerView view, List<Change> changes) {
    return changes.isEmpty()
        ? view
        : new ChargerView(view.state().apply(changes), view.now(), view.policy(), view.uplink());
  }

  /** A value, cut to what fits. */
  static String cut(String value) {
    return Limits.fits(value, VALUE_MAX)
        ? value
        : value.substring(0, value.offsetByCodePoints(0, VALUE_MAX));
  }
}
