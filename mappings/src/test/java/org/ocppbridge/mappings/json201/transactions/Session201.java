package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** A charger that a 2.0.1 CSMS has accepted, and short words for what it says. */
final class Session201 {

  final Play play;

  Session201(SoapVersion version) {
    play = new Play(version, new Json201());
    play.state =
        play.state.apply(
            List.of(new RegistrationChange.Answered(RegistrationStatus.ACCEPTED, 300, play.now)));
  }

  StartTransaction.Answer start(int connector, String idTag, String meter) {
    return play.ask(StartTransaction.FROM_CHARGER, Say.start(connector, idTag, play.now, meter));
  }

  StopTransaction.Answer stop(int id, String idTag, String meter) {
    return play.ask(StopTransaction.FROM_CHARGER, Say.stop(id, idTag, play.now, meter));
  }

  StopTransaction.Answer stop(int id, String meter, StopReason reason) {
    return play.ask(StopTransaction.FROM_CHARGER, Say.stop(id, play.now, meter, reason));
  }

  StopTransaction.Answer stop(int id, String meter, List<MeterValue> data) {
    return play.ask(
        StopTransaction.FROM_CHARGER,
        new StopTransaction.Request(id, null, play.now, new BigDecimal(meter), null, data));
  }

  void meter(int connector, Integer transaction, MeterValue... values) {
    play.ask(
        MeterValues.FROM_CHARGER, new MeterValues.Request(connector, transaction, List.of(values)));
  }

  static MeterValue at(Instant time, SampledValue... samples) {
    return new MeterValue(time, List.of(samples));
  }

  /** The connector reports a status, as the station's block takes it. */
  void status(int connector, ConnectorStatus status) {
    status(
        new StatusNotification.Request(
            connector, ErrorCode.NO_ERROR, null, status, play.now, null, null));
  }

  void status(StatusNotification.Request report) {
    for (Planned planned : ChargingStates.onStatus(report, play.view())) {
      play.carryOut(Told.with(null, planned.changes(), planned.messages(), planned.losses()));
    }
    play.state = play.state.apply(List.of(new ConnectorChange.Reported(report, play.now)));
  }

  void later(int seconds) {
    play.later(Duration.ofSeconds(seconds));
  }

  /** All TransactionEvents the CSMS got. */
  List<JsonNode> events() {
    return play.sent.stream()
        .filter(sent -> sent.action().equals("TransactionEvent"))
        .map(sent -> (JsonNode) sent.payload())
        .toList();
  }

  JsonNode last() {
    return events().getLast();
  }

  /** Each event as its type and why it was sent. */
  List<String> story() {
    return events().stream()
        .map(e -> e.path("eventType").asText() + " " + e.path("triggerReason").asText())
        .toList();
  }
}
