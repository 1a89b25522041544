package org.ocppbridge.adapter.operator;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.console.view.ConnectorView;
import org.ocppbridge.adapter.console.view.FleetRow;
import org.ocppbridge.adapter.console.view.SessionView;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StatusNotification;

/** Makes the operator's row of a charger. */
final class FleetRows {
  private FleetRows() {}

  /**
   * @param mistakes of the charger that are known, in words
   * @param leg what protects its own leg, in words
   * @param alarms what may be an attack, in words
   */
  static FleetRow of(Charger charger, List<String> mistakes, String leg, List<String> alarms) {
    ChargerSession session = charger.session();
    ChargerState state = session.state();
    Optional<BootNotification.Request> boot = state.boot();
    Store.LetterCounts letters = session.letterCounts();
    return new FleetRow(
        charger.id().value(),
        state.version().label(),
        boot.map(BootNotification.Request::chargePointVendor).orElse(""),
        boot.map(BootNotification.Request::chargePointModel).orElse(""),
        charger.lastHeard(),
        charger.address().get().map(URI::toString).orElse(""),
        charger.route().targetName(),
        charger.route().target().protocol().subprotocol(),
        charger.link().state().name(),
        charger.link().trouble(),
        state.registration().status().map(RegistrationStatus::wire).orElse(""),
        connectors(state),
        state.transactions().open().map(t -> session(t, state)).toList(),
        session.depth() + session.courier().othersWaiting(),
        letters.kept(),
        leg,
        session.paused(),
        warnings(charger, mistakes, letters),
        alarms);
  }

  private static List<String> warnings(
      Charger charger, List<String> mistakes, Store.LetterCounts letters) {
    List<String> warnings = new ArrayList<>(mistakes);
    if (charger.address().mistake().isEmpty()) {
      warnings.addAll(charger.address().warnings());
    }
    if (letters.dropped() > 0) {
      warnings.add(letters.dropped() + " dead letters were dropped, too many or too old");
    }
    return List.copyOf(warnings);
  }

  private static List<ConnectorView> connectors(ChargerState state) {
    return state.connectors().all().entrySet().stream().map(FleetRows::connector).toList();
  }

  private static ConnectorView connector(Map.Entry<Integer, Connector> numbered) {
    Connector connector = numbered.getValue();
    Optional<StatusNotification.Request> report = connector.status();
    return new ConnectorView(
        numbered.getKey(),
        report.map(r -> r.status() == null ? null : r.status().wire()).orElse("Unknown"),
        report
            .map(StatusNotification.Request::errorCode)
            .filter(code -> code != ErrorCode.NO_ERROR)
            .map(ErrorCode::wire)
            .orElse(""),
        report.map(FleetRows::info).orElse(""),
        connector.statusAt());
  }

  private static String info(StatusNotification.Request report) {
    String info = report.info() == null ? "" : report.info();
    String vendor = report.vendorErrorCode() == null ? "" : report.vendorErrorCode();
    return info.isEmpty() || vendor.isEmpty() ? info + vendor : info + " (" + vendor + ")";
  }

  static SessionView session(Transaction transaction, ChargerState state) {
    Connector connector = state.connectors().get(transaction.start().connectorId());
    Instant at = connector.samplesAt();
    boolean open = transaction.open();
    return new SessionView(
        transaction.id(),
        transaction.csmsId().orElse(""),
        transaction.start().connectorId(),
        transaction.start().idTag(),
        transaction.phase().name(),
        transaction.start().timestamp(),
        open ? Meters.energyWh(transaction, connector).orElse(null) : null,
        open ? Meters.powerW(transaction, connector).orElse(null) : null,
        open && !at.isBefore(transaction.startedAt()) ? at : null,
        transaction.verdict().map(IdTagInfo::status).map(s -> s.wire()).orElse(""));
  }
}
