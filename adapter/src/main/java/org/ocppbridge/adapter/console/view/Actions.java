package org.ocppbridge.adapter.console.view;

import java.util.Optional;

/**
 * What an operator can have done about one charger. Each blocks until it is done, within the time
 * that a command of the CSMS may take. Empty: there is no such charger.
 */
public interface Actions {

  /**
   * Asks the charger something without effect at its callback address: GetConfiguration of one key;
   * of a 1.2 charger, which has no such question, only whether its port accepts a connection.
   */
  Optional<ActionResult> testCallback(String charger);

  /**
   * Resets the charger, as if the CSMS had asked for it.
   *
   * @param hard without waiting for anything
   */
  Optional<ActionResult> reset(String charger, boolean hard);

  /**
   * Has the charger, or the bridge for it, tell the CSMS the state of a connector.
   *
   * @param connector empty: of all
   */
  Optional<ActionResult> triggerStatus(String charger, Optional<Integer> connector);

  /**
   * Holds back all messages to the CSMS, or lets them go again. A restart of the bridge lets them
   * go.
   */
  Optional<ActionResult> pause(String charger, boolean paused);

  /** Leaves the connection to the CSMS and makes a new one. */
  Optional<ActionResult> reconnect(String charger);

  /**
   * A person has looked at the alarms: they end, and the charger is pinned anew at its next boot.
   */
  Optional<ActionResult> accept(String charger);
}
