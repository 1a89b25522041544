package org.ocppbridge.mappings.json201.base;

import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.VariablePath;

/**
 * The monitors every charging station has from the start and nobody can clear (2.0.1 N07; MR A9,
 * B9): what the charger's statuses and error codes tell of.
 */
public enum HardWired {
  STATION_AVAILABILITY(1, "ChargingStation", "AvailabilityState", Tier.STATION, 5),
  EVSE_AVAILABILITY(2, "EVSE", "AvailabilityState", Tier.EVSE, 5),
  CONNECTOR_AVAILABILITY(3, "Connector", "AvailabilityState", Tier.CONNECTOR, 5),
  STATION_PROBLEM(4, "ChargingStation", "Problem", Tier.STATION, 3),
  CONNECTOR_PROBLEM(5, "Connector", "Problem", Tier.CONNECTOR, 3),
  LOCK(6, "ConnectorPlugRetentionLock", "Problem", Tier.CONNECTOR, 1),
  CONTROL_PILOT(7, "CPPWMController", "Problem", Tier.EVSE, 4),
  RESIDUAL_CURRENT(8, "RCD", "Tripped", Tier.EVSE, 1),
  OVERHEATED(9, "TemperatureSensor", "Protecting", Tier.EVSE, 3),
  TEMPERATURE(10, "TemperatureSensor", "Problem", Tier.EVSE, 4),
  CONTROLLER(11, "Controller", "Problem", Tier.EVSE, 3),
  STATION_CONTROLLER(12, "Controller", "Problem", Tier.STATION, 3),
  LOCAL_LIST(13, "LocalAuthListCtrlr", "Problem", Tier.STATION, 5),
  OVER_CURRENT(14, "OverCurrentProtection", "Tripped", Tier.EVSE, 1),
  FEED(15, "ElectricalFeed", "Problem", Tier.STATION, 3),
  METER(16, "FiscalMetering", "Problem", Tier.EVSE, 3),
  CONTACTOR(17, "PowerContactor", "Problem", Tier.EVSE, 3),
  READER(18, "TokenReader", "Problem", Tier.STATION, 4),
  DATA_LINK(19, "DataLink", "Problem", Tier.STATION, 5);

  /** Ids of monitors from here on are hard-wired ones; those a CSMS sets are given lower ids. */
  public static final int FIRST_ID = 1_000_000;

  private static final int PLACES = 1000;

  /** What a component belongs to. */
  public enum Tier {
    STATION,
    EVSE,
    CONNECTOR
  }

  private final int number;
  private final String component;
  private final String variable;
  private final Tier tier;
  private final int severity;

  HardWired(int number, String component, String variable, Tier tier, int severity) {
    this.number = number;
    this.component = component;
    this.variable = variable;
    this.tier = tier;
    this.severity = severity;
  }

  /** The monitor that has this id, on whatever connector. */
  public static Optional<HardWired> ofId(int id) {
    return Stream.of(values()).filter(w -> w.number == (id - FIRST_ID) / PLACES).findFirst();
  }

  /**
   * The id of this monitor where a SOAP connector is; 0: at the station.
   *
   * @return the same for ever, above {@link #FIRST_ID}
   */
  public int id(int soapConnector, ChargerView view) {
    int place =
        switch (tierAt(soapConnector)) {
          case STATION -> 0;
          case EVSE -> Evse.of(soapConnector, view).id();
          case CONNECTOR -> soapConnector;
        };
    return FIRST_ID + at(soapConnector).number * PLACES + place;
  }

  /** What it looks at where a SOAP connector is; 0: at the station. */
  public VariablePath variable(int soapConnector, ChargerView view) {
    Evse evse = Evse.of(soapConnector, view);
    return switch (tierAt(soapConnector)) {
      case STATION -> VariablePath.ofStation(component, variable);
      case EVSE -> new VariablePath(component, evse.id(), 0, variable, "");
      case CONNECTOR -> new VariablePath(component, evse.id(), evse.connectorId(), variable, "");
    };
  }

  /** What its component belongs to. */
  public Tier tier() {
    return tier;
  }

  /** 0 to 9, 0 being the worst. */
  public int severity() {
    return severity;
  }

  /** Whether it looks at an AvailabilityState, else at a yes-or-no problem. */
  public boolean availability() {
    return variable.equals("AvailabilityState");
  }

  private Tier tierAt(int soapConnector) {
    return soapConnector == 0 ? Tier.STATION : tier;
  }

  /** At the station there is one controller alone. */
  private HardWired at(int soapConnector) {
    return this == CONTROLLER && soapConnector == 0 ? STATION_CONTROLLER : this;
  }
}
