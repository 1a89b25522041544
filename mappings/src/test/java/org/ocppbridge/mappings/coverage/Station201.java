package org.ocppbridge.mappings.coverage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * A charger that a 2.0.1 CSMS has accepted: two connectors, a transaction on the first, and a
 * reservation on the second unless the charger is of 1.2.
 */
final class Station201 {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private final Json201 json = new Json201();
  private ChargerState state;
  private String transaction = "";

  Station201(SoapVersion version) {
    state = ChargerState.fresh(new ChargerId("CP-1"), version, 0);
    say(BootNotification.FROM_CHARGER, Policy.UNKNOWN_CHARGER);
    status(1);
    status(2);
    say(
        StartTransaction.FROM_CHARGER,
        new StartTransaction.Request(1, "TAG-1", NOW, BigDecimal.ZERO, null));
    ReserveNow.Request reserved = new ReserveNow.Request(2, LATER, "TAG-1", null, 7);
    if (version != SoapVersion.V12) {
      state = state.apply(List.of(new CommandChange.Reserved(reserved)));
    }
  }

  private void status(int connector) {
    say(
        StatusNotification.FROM_CHARGER,
        new StatusNotification.Request(
            connector, ErrorCode.NO_ERROR, null, ConnectorStatus.AVAILABLE, NOW, null, null));
  }

  /** The CSMS's id of the running transaction. */
  String transaction() {
    return transaction;
  }

  /** The first step that a command leads to. */
  Step<CsmsAnswer> ask(String action, ObjectNode payload) {
    return json.fromCsms(action, payload, view());
  }

  private ChargerView view() {
    return new ChargerView(state, NOW, Policy.DEFAULT);
  }

  private <Q, A> void say(Operation<Q, A> operation, Q request) {
    Step<A> step = json.fromCharger(operation, request, view());
    while (step instanceof Step.AskCsms<A> ask) {
      state = state.apply(ask.changes());
      String started = ask.message().payload().at("/transactionInfo/transactionId").asText();
      transaction = started.isEmpty() ? transaction : started;
      step = ask.next().after(reply(ask.message()), view());
    }
    state = state.apply(((Step.Done<A>) step).changes());
  }

  private static Reply reply(Message message) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (message.action().equals("BootNotification")) {
      answer.put("status", "Accepted").put("currentTime", NOW.toString()).put("interval", 60);
    }
    return new Reply.Result(answer);
  }
}
