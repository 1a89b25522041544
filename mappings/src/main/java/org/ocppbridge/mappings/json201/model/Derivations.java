package org.ocppbridge.mappings.json201.model;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Protocols;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Measurand;

/** Values that are made of the state. */
final class Derivations {

  /** Name of the derivation behind {@link HardWiredVariables}. */
  static final String PROBLEM = "problem";

  /**
   * How a value is made.
   *
   * @param keys the charger's keys it needs
   */
  private record Derivation(Set<String> keys, Making making) {}

  /** Empty: not known now. */
  @FunctionalInterface
  private interface Making {
    Optional<String> value(VariablePath path, ChargerView view);
  }

  private static final Map<String, Derivation> TABLE =
      Map.ofEntries(
          entry("now", of(view -> Times.write(view.now()))),
          entry("identity", of(view -> view.state().id().value())),
          entry("monitoringBase", of(view -> view.state().station().model().monitors().base())),
          entry(
              "monitoringLevel",
              of(view -> Integer.toString(view.state().station().model().monitors().level()))),
          entry(
              "profileCount",
              of(view -> Integer.toString(view.state().station().profiles().all().size()))),
          entry("localListAvailable", localList()),
          entry("reservationAvailable", block("ReservationCtrlr")),
          entry("smartChargingAvailable", block("SmartChargingCtrlr")),
          entry("txStopPoint", new Derivation(Set.of(Blocks.STOP_ON_DISCONNECT), stopPoint())),
          entry("vendorName", boot(BootNotification.Request::chargePointVendor)),
          entry("model", boot(BootNotification.Request::chargePointModel)),
          entry("serialNumber", boot(BootNotification.Request::chargePointSerialNumber)),
          entry("firmwareVersion", boot(BootNotification.Request::firmwareVersion)),
          entry(
              "availabilityState",
              at(
                  (path, view) ->
                      Optional.of(Availability.of(path.evse(), path.connector(), view)))),
          entry(
              PROBLEM,
              at(
                  (path, view) ->
                      Optional.of(Boolean.toString(HardWiredVariables.isTrue(path, view))))),
          entry("power", at(Derivations::power)),
          entry(
              "callTimeout",
              of(view -> Long.toString(view.policy().link().callTimeout().toSeconds()))),
          entry(
              "phases", of(view -> Integer.toString(view.policy().ocpp201().hardware().phases()))),
          entry("connectorType", at(Derivations::connectorType)),
          entry(
              "fileTransfer",
              new Derivation(
                  Set.of("SupportedFileTransferProtocols"),
                  (path, view) -> Optional.of(String.join(",", Protocols.of(view))))),
          entry("energy", sample(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER)),
          entry("current", sample(Measurand.CURRENT_IMPORT)),
          entry("voltage", sample(Measurand.VOLTAGE)),
          entry("temperature", sample(Measurand.TEMPERATURE)),
          entry("stateOfCharge", sample(Measurand.STATE_OF_CHARGE)));

  private Derivations() {}

  private static Derivation of(Function<ChargerView, String> value) {
    return at((path, view) -> Optional.of(value.apply(view)));
  }

  private static Derivation at(Making making) {
    return new Derivation(Set.of(), making);
  }

  private static Derivation block(String component) {
    return new Derivation(
        Set.of(Blocks.FEATURES),
        (path, view) -> Optional.of(Boolean.toString(Blocks.supported(component, view))));
  }

  /** A charger may have no list after all; it says so when it gets one (MR B2 #29). */
  private static Derivation localList() {
    String path = VariablePath.ofStation("LocalAuthListCtrlr", "Available").toString();
    return new Derivation(
        Set.of(Blocks.FEATURES),
        (at, view) ->
            Optional.of(
                Boolean.toString(
                    Blocks.supported("LocalAuthListCtrlr", view)
                        && !"false".equals(view.state().station().model().own().get(path)))));
  }

  private static Derivation boot(Function<BootNotification.Request, String> field) {
    return at(
        (path, view) ->
            view.state().boot().map(field).map(String::strip).filter(s -> !s.isEmpty()));
  }

  private static Derivation sample(Measurand measurand) {
    return at((path, view) -> Samples.last(measurand, path.evse(), view));
  }

  private static Optional<String> connectorType(VariablePath path, ChargerView view) {
    int connector = Evse.connector(path.evse(), path.connector(), view).orElse(0);
    return Optional.of(view.policy().ocpp201().hardware().connectorType(connector));
  }

  private static Optional<String> power(VariablePath path, ChargerView view) {
    List<Integer> connectors = Evse.connectors(path.evse(), view);
    boolean charging =
        view.state()
            .transactions()
            .open()
            .anyMatch(t -> connectors.contains(t.start().connectorId()));
    return charging
        ? Samples.last(Measurand.POWER_ACTIVE_IMPORT, path.evse(), view)
        : Optional.of("0");
  }

  /** What ends a transaction (MR C4). */
  private static Making stopPoint() {
    return (path, view) ->
        Optional.of(
            ChargerKeys.value(Blocks.STOP_ON_DISCONNECT, view)
                    .filter(value -> Conversions.bool(value).equals("false"))
                    .isPresent()
                ? "Authorized"
                : "EVConnected,Authorized");
  }

  static boolean exists(String name) {
    return TABLE.containsKey(name);
  }

  static Set<String> keys(String name) {
    return TABLE.get(name).keys();
  }

  static Optional<String> value(String name, VariablePath path, ChargerView view) {
    return TABLE.get(name).making().value(path, view);
  }
}
