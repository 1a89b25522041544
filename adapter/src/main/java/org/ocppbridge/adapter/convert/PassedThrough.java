package org.ocppbridge.adapter.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * Without state no transaction is known: the number in the message passes through, as if it had
 * been given to both sides, and this is said as a loss.
 */
record PassedThrough(List<Change> changes, List<Loss> losses) {
  private static final PassedThrough NOTHING = new PassedThrough(List.of(), List.of());

  static PassedThrough ofCharger(Object request, Instant now) {
    return switch (request) {
      case StopTransaction.Request stop -> number(stop.transactionId(), 1, stop.idTag(), now);
      case MeterValues.Request meter ->
          number(meter.transactionId(), meter.connectorId(), null, now);
      default -> NOTHING;
    };
  }

  static PassedThrough ofCsms(JsonNode payload, Instant now) {
    JsonNode plain = payload.path("transactionId");
    JsonNode profile = payload.path("csChargingProfiles").path("transactionId");
    JsonNode found = plain.isInt() ? plain : profile;
    int connector = payload.path("connectorId").asInt(1);
    return found.isInt() ? number(found.intValue(), connector, null, now) : NOTHING;
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
            new TransactionChange.CsmsIdKnown(number, String.valueOf(number))),
        List.of(
            Loss.synthesised(
                "transactionId",
                number + " passes through: without state no other number is known")));
  }
}
