package org.ocppbridge.mappings.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Authority;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * A charger that a 2.0.1 CSMS has accepted and that does what it is told: a transaction runs on
 * connector 1, connector 2 is free and has a charging profile, and connector 3 is reserved, as far
 * as its version has that.
 */
final class Station {

  /**
   * How long what follows a command is waited for; the bridge speaks for silent chargers by then.
   */
  private static final Duration FOLLOWERS = Duration.ofSeconds(15);

  private static final Map<String, String> ANSWERS =
      Map.of(
          "GetCompositeSchedule",
          """
          {"status":"Accepted","connectorId":1,"chargingSchedule":{"chargingRateUnit":"A",
           "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.0}]}}""",
          "GetConfiguration",
          """
          {"configurationKey":[{"key":"ConnectionTimeOut","readonly":false,"value":"60"}]}""",
          "GetDiagnostics",
          "{\"fileName\":\"log.zip\"}",
          "GetLocalListVersion",
          "{\"listVersion\":3}",
          "UnlockConnector",
          "{\"status\":\"Unlocked\"}",
          "UpdateFirmware",
          "{}");

  private static final Authority AUTHORITY = new Authority("Operator Root");

  final Play play;
  private final String transaction;

  /**
   * What a command led to.
   *
   * @param asked SOAP operations the charger was asked
   * @param followers messages to the CSMS after the answer
   */
  record Outcome(Set<String> asked, CsmsAnswer answer, Set<String> followers) {}

  Station(SoapVersion version) {
    play = Play.accepted(version, new Json201());
    Operations.FROM_CSMS.stream()
        .filter(operation -> SoapOperations.has(version, operation))
        .forEach(this::obeys);
    for (int connector = 1; connector <= 3; connector++) {
      play.ask(StatusNotification.FROM_CHARGER, Say.status(connector, ConnectorStatus.AVAILABLE));
    }
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG-1", play.now, "100"));
    transaction = play.last("TransactionEvent").at("/transactionInfo/transactionId").asText();
    play.later(Duration.ofSeconds(1));
    play.call("ReserveNow", filled(Command.RESERVATION));
    play.call("SetChargingProfile", Command.PROFILE);
    play.call("InstallCertificate", filled(Command.ROOT));
    play.keyPairs = Optional.of(Authority::keyPair);
    play.call("SetVariables", Command.OPERATOR);
    play.passes(FOLLOWERS);
  }

  /** What follows when the CSMS has a certificate asked for. */
  Outcome asksForCertificate() {
    return ask("TriggerMessage", "{\"requestedMessage\":\"SignChargingStationCertificate\"}");
  }

  private <A> void obeys(Operation<?, A> operation) {
    String answer = ANSWERS.getOrDefault(operation.name(), "{\"status\":\"Accepted\"}");
    try {
      play.charger(operation, Json.MAPPER.readValue(answer, operation.answer()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(answer, e);
    }
  }

  private String filled(String payload) {
    return payload
        .replace("TX", transaction)
        .replace("ROOT", AUTHORITY.pem().replace("\n", "\\n"))
        .replace("CHAIN", chain().replace("\n", "\\n"))
        .replace("\"HASHES\"", AUTHORITY.hashes())
        .replace("LATER", play.now.plus(Duration.ofHours(1)).toString());
  }

  private String chain() {
    return play.state.access().signing().isPresent()
        ? AUTHORITY.sign(play.state.access().signing().get().request().orElseThrow().publicKey())
        : "";
  }

  /** Asks as the CSMS does. */
  Outcome ask(String action, String payload) {
    if (action.equals("CertificateSigned")) {
      asksForCertificate();
    }
    int asked = play.asked.size();
    int sent = play.sent.size();
    CsmsAnswer answer = play.call(action, filled(payload));
    play.passes(FOLLOWERS);
    return new Outcome(
        play.asked.stream()
            .skip(asked)
            .map(each -> each.operation().name())
            .collect(Collectors.toCollection(TreeSet::new)),
        answer,
        new TreeSet<>(said(sent)));
  }

  /** What the CSMS heard from a point on; events of transactions with their type. */
  List<String> said(int from) {
    return play.sent.stream().skip(from).map(Station::name).toList();
  }

  private static String name(Play.Sent sent) {
    ObjectNode payload = sent.payload();
    String type = payload.path("eventType").asText();
    return type.isEmpty() ? sent.action() : sent.action() + " (" + type + ")";
  }
}
