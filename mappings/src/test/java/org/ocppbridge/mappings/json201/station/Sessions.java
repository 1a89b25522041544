package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Policy201;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Play.Sent;
import org.ocppbridge.mappings.play.Say;

/** Chargers of a 2.0.1 CSMS, and short ways to let them speak. */
final class Sessions {

  private Sessions() {}

  static Play fresh(SoapVersion version) {
    return new Play(version, new Json201());
  }

  static Play accepted(SoapVersion version) {
    return Play.accepted(version, new Json201());
  }

  static Play with(Play play, UnaryOperator<Policy201> change) {
    Policy p = play.policy;
    play.policy =
        new Policy(
            p.timezone(),
            p.authorizeUnknown(),
            p.startUnknown(),
            p.heartbeatMin(),
            p.heartbeatMax(),
            p.waits(),
            p.tokenLifetime(),
            p.assumedBoot(),
            p.link(),
            p.spellCelcius(),
            p.acceptUnverifiedSigned(),
            change.apply(p.ocpp201()));
    return play;
  }

  static Play unverifiedAccepted(Play play) {
    Policy p = play.policy;
    play.policy =
        new Policy(
            p.timezone(),
            p.authorizeUnknown(),
            p.startUnknown(),
            p.heartbeatMin(),
            p.heartbeatMax(),
            p.waits(),
            p.tokenLifetime(),
            p.assumedBoot(),
            p.link(),
            p.spellCelcius(),
            true,
            p.ocpp201());
    return play;
  }

  static Play grouped(SoapVersion version, List<List<Integer>> topology) {
    Play play = accepted(version);
    return with(
        play,
        p ->
            new Policy201(topology, p.tokenType(), p.gatePending(), p.staleAfter(), p.sampleAge()));
  }

  static void says(Play play, int connector, ConnectorStatus status) {
    play.ask(StatusNotification.FROM_CHARGER, Say.status(connector, status));
  }

  static void says(Play play, int connector, ConnectorStatus status, ErrorCode code) {
    play.ask(StatusNotification.FROM_CHARGER, Say.status(connector, status, code));
  }

  static List<JsonNode> all(Play play, String action) {
    return play.sent.stream()
        .filter(s -> s.action().equals(action))
        .<JsonNode>map(Sent::payload)
        .toList();
  }

  /** The events told, in their order. */
  static List<JsonNode> events(Play play) {
    return all(play, "NotifyEvent").stream().map(p -> p.path("eventData").path(0)).toList();
  }

  /** For example {@code Connector/1/1.Problem}. */
  static String place(JsonNode event) {
    JsonNode component = event.path("component");
    JsonNode evse = component.path("evse");
    return component.path("name").asText()
        + (evse.isMissingNode() ? "" : "/" + evse.path("id").asInt())
        + (evse.has("connectorId") ? "/" + evse.path("connectorId").asInt() : "")
        + "."
        + event.path("variable").path("name").asText();
  }
}
