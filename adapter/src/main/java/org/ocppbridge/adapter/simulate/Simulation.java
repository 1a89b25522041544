package org.ocppbridge.adapter.simulate;

import java.time.Clock;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.XmlCheck;

/**
 * What all chargers of a simulation share.
 *
 * @param contract of their version
 */
record Simulation(
    SimulateOptions options, Contract contract, Pace pace, Tally tally, Exchanges exchanges) {

  static Simulation of(SimulateOptions options, Exchanges exchanges, Clock clock) {
    return new Simulation(
        options,
        Contract.load("soap-" + options.version().label()),
        new Pace(clock, options.speed()),
        new Tally(),
        exchanges);
  }

  XmlCheck check() {
    return new XmlCheck(contract);
  }
}
