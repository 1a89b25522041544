package org.ocppbridge.adapter;

import java.net.URI;
import java.util.List;
import org.ocppbridge.adapter.console.ChargerStatus;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.RegistrationStatus;

/** Makes what an operator sees of a charger. */
final class Statuses {
  private Statuses() {}

  static ChargerStatus of(Charger charger) {
    ChargerState state = charger.session().state();
    LearntAddress address = charger.address();
    int waiting = charger.session().depth() + charger.session().courier().othersWaiting();
    return new ChargerStatus(
        charger.id().value(),
        state.version().label(),
        charger.lastHeard(),
        address.get().map(URI::toString).orElse(null),
        address.problem(),
        charger.route().targetName(),
        charger.route().target().protocol().subprotocol(),
        charger.link().state().name(),
        charger.link().trouble(),
        state.registration().status().map(RegistrationStatus::wire).orElse(""),
        openTransactions(state),
        waiting,
        address.warnings());
  }

  private static List<Integer> openTransactions(ChargerState state) {
    return state.transactions().open().map(Transaction::id).toList();
  }
}
