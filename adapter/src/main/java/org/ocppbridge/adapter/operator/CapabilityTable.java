package org.ocppbridge.adapter.operator;

import java.util.List;
import org.ocppbridge.adapter.console.view.ChargerDetail.Capability;
import org.ocppbridge.mappings.Capabilities;
import org.ocppbridge.mappings.ChargerState;

/**
 * What a 2.0.1 CSMS can have a charger do: what its version allows, less what it said it has not.
 */
final class CapabilityTable {
  private CapabilityTable() {}

  static List<Capability> of(ChargerState state) {
    return Capabilities.of(state.version()).stream().map(row -> capability(row, state)).toList();
  }

  private static Capability capability(Capabilities.Row row, ChargerState state) {
    boolean disowned = state.commands().unsupported().stream().anyMatch(row.operations()::contains);
    String doubt = disowned ? "the charger said it does not support this" : "";
    return new Capability(row.message(), row.by(), row.detail(), doubt);
  }
}
