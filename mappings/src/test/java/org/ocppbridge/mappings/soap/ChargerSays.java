package org.ocppbridge.mappings.soap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Operation;

/** A charger's message, read: what was understood and what was lost. */
record ChargerSays<T>(T message, List<Loss> losses) {

  static final Instant RECEIVED = Instant.parse("2026-03-04T05:06:07Z");
  static final String RECEIVED_TEXT = "2026-03-04T05:06:07Z";

  static <Q> ChargerSays<Q> request(
      SoapVersion version, Operation<Q, ?> operation, Object generated) {
    return request(version, operation, generated, ZoneId.of("UTC"));
  }

  static <Q> ChargerSays<Q> request(
      SoapVersion version, Operation<Q, ?> operation, Object generated, ZoneId zone) {
    Reading reading = new Reading(zone, RECEIVED, new Losses());
    Q message = SoapDialect.of(version).request(operation, generated, reading);
    return new ChargerSays<>(message, reading.losses().list());
  }

  static <A> ChargerSays<A> answer(
      SoapVersion version, Operation<?, A> operation, Object generated) {
    Reading reading = Reading.utc(RECEIVED);
    A message = SoapDialect.of(version).commandAnswer(operation, generated, reading);
    return new ChargerSays<>(message, reading.losses().list());
  }

  List<String> lost() {
    return losses.stream().map(Loss::toString).toList();
  }
}
