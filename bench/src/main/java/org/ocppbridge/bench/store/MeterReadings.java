package org.ocppbridge.bench.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.SampledValue;

/** A charger whose MeterValues come without end, each as another one does. */
final class MeterReadings {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final int TRANSACTION = 1000;

  /** Spreads fingerprints as a hash does. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Store store;
  private final Message message = message();
  private long reading;
  private ChargerState state;

  MeterReadings(Store store, int charger) {
    this.store = store;
    this.reading = (long) charger << 32;
    this.state = ChargerState.fresh(new ChargerId("CHARGER-" + charger), SoapVersion.V16, 0);
  }

  /** The bridge takes one: what is known changes, and a message waits for the CSMS. */
  void append() {
    reading++;
    List<MeterValue> values =
        List.of(
            new MeterValue(
                NOW,
                List.of(
                    new SampledValue(Long.toString(reading), null, null, null, null, null, null))));
    state =
        store
            .note(
                state,
                List.of(
                    new TransactionChange.MeterValuesSeen(reading * SPREAD),
                    new ConnectorChange.Sampled(1, values, NOW)),
                List.of(message),
                NOW)
            .state();
  }

  /** The CSMS has answered: the message goes. */
  void deliver() {
    state =
        store
            .delivered(state, store.head(state.id()).orElseThrow(), List.of(), List.of(), NOW)
            .state();
  }

  /** About 400 bytes. */
  private static Message message() {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("connectorId", 1).put("transactionId", TRANSACTION);
    ObjectNode meterValue = payload.putArray("meterValue").addObject();
    meterValue.put("timestamp", NOW.toString());
    ArrayNode samples = meterValue.putArray("sampledValue");
    for (String measurand : List.of("Energy.Active.Import.Register", "Power.Active.Import")) {
      samples
          .addObject()
          .put("value", "123456789")
          .put("context", "Sample.Periodic")
          .put("measurand", measurand)
          .put("unit", "Wh");
    }
    return Message.transaction("MeterValues", payload, TRANSACTION);
  }
}
