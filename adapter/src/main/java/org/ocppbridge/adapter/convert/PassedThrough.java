package org.ocppbridge.adapter.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.EventChange;
import org.ocppbridge.mappings.Events;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * Without state no transaction is known: the number in the message passes through, as if it had
 * been given to both sides, and this is said as a loss.
 */
record PassedThrough(List<Change> changes, List<Loss> losses) {
  private static final PassedThrough NOTHING = new PassedThrough(List.of(), List.of());

  private static final Loss BEGIN =
      Loss.defaulted(
          "meterStart",
          "without state no start is known: 0 now, and seqNo 1 as if nothing came between");

  private static final List<String> TRANSACTIONS =
      List.of(
          "/transactionId", "/csChargingProfiles/transactionId", "/chargingProfile/transactionId");
  private static final List<String> CONNECTORS = List.of("/evseId", "/evse/id", "/connectorId");

  static PassedThrough ofCharger(Object request, Target target, Instant now) {
    return switch (request) {
      case StopTransaction.Request stop when target == Target.OCPP201 ->
          number(stop.transactionId(), 1, stop.idTag(), now).with(BEGIN);
      case StopTransaction.Request stop -> number(stop.transactionId(), 1, stop.idTag(), now);
      case MeterValues.Request meter ->
          number(meter.transactionId(), meter.connectorId(), null, now);
      default -> NOTHING;
    };
  }

  static PassedThrough ofCsms(JsonNode payload, Instant now) {
    int number =
        TRANSACTIONS.stream()
            .map(payload::at)
            .mapToInt(PassedThrough::number)
            .filter(found -> found > 0)
            .findFirst()
            .orElse(0);
    int connector =
        CONNECTORS.stream()
            .map(payload::at)
            .mapToInt(JsonNode::asInt)
            .filter(found -> found > 0)
            .findFirst()
            .orElse(1);
    PassedThrough transaction = number(number, connector, null, now);
    List<Change> changes = new ArrayList<>(List.of(known(connector, now)));
    changes.addAll(transaction.changes());
    return new PassedThrough(changes, transaction.losses());
  }

  private PassedThrough with(Loss loss) {
    return changes.isEmpty()
        ? this
        : new PassedThrough(changes, Stream.concat(losses.stream(), Stream.of(loss)).toList());
  }

  /** A number, in 2.0.1 as text; 0 if there is none. */
  private static int number(JsonNode node) {
    boolean digits = node.isInt() || node.asText().matches("[1-9]\\d{0,8}");
    return digits ? node.asInt() : 0;
  }

  /** The connector that the CSMS names is there. */
  private static Change known(int connector, Instant now) {
    return new ConnectorChange.Reported(
        new StatusNotification.Request(
            connector, ErrorCode.NO_ERROR, null, ConnectorStatus.AVAILABLE, now, null, null),
        now);
  }

  private static PassedThrough number(
      Integer number, Integer connector, String idTag, Instant now) {
    if (number == null || number <= 0) {
      return NOTHING;
    }
    StartTransaction.Request start =
        new StartTransaction.Request(
            connector == null ? 1 : connector,
            idTag == null ? "" : idTag,
            now,
            BigDecimal.ZERO,
            null);
    return new PassedThrough(
        List.of(
            new TransactionChange.Started(number, start, now),
            new TransactionChange.CsmsIdKnown(number, String.valueOf(number)),
            new EventChange.Planned(
                number, new Events.Progress(1, Optional.empty(), Optional.empty()))),
        List.of(
            Loss.synthesised(
                "transactionId",
                number + " passes through: without state no other number is known")));
  }
}
