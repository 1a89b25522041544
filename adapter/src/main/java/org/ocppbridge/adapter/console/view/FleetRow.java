package org.ocppbridge.adapter.console.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A charger at a glance.
 *
 * @param id its identity
 * @param soap its SOAP version
 * @param vendor as its last BootNotification says; empty before one
 * @param model as above
 * @param lastHeard when it last sent something; 1970: not since the bridge knows it
 * @param callback where it can be called; empty if it cannot
 * @param target the name of its CSMS in the settings
 * @param protocol what that CSMS speaks
 * @param link state of the WebSocket: {@code UP}, {@code OPENING}, {@code BACK_OFF}, {@code CLOSED}
 * @param linkTrouble why the link is not up, in words
 * @param registration what the CSMS said to its BootNotification; empty before that
 * @param connectors by number; 0 is the main controller
 * @param sessions its open transactions
 * @param waiting messages waiting for the CSMS
 * @param deadLetterCount messages that were given up
 * @param leg what protects the charger's own leg, in words: honest where it is nothing; empty if it
 *     was not heard since the start
 * @param paused whether an operator holds its messages back
 * @param warnings what needs attention, in words
 * @param alarms what may be an attack, in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FleetRow(
    String id,
    String soap,
    String vendor,
    String model,
    Instant lastHeard,
    String callback,
    String target,
    String protocol,
    String link,
    String linkTrouble,
    String registration,
    List<ConnectorView> connectors,
    List<SessionView> sessions,
    int waiting,
    long deadLetterCount,
    String leg,
    boolean paused,
    List<String> warnings,
    List<String> alarms) {

  /** Whether a person should look at it. */
  @JsonProperty
  public boolean attention() {
    return !warnings.isEmpty()
        || !alarms.isEmpty()
        || deadLetterCount > 0
        || link.equals("BACK_OFF")
        || registration.equals("Rejected")
        || connectors.stream().anyMatch(ConnectorView::faulted);
  }
}
