package org.ocppbridge.bench.part;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.ocppbridge.bench.lab.BridgeSettings;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;

/** Messages that wait in a store, of chargers whose CSMS is away. */
final class Backlog {
  private static final int EACH_CHARGER = 5_000;
  private static final int AT_ONCE = 500;
  private static final int TRANSACTION = 1_000;
  private static final SqlStore.Limits LIMITS = new SqlStore.Limits(10_000, 10_000_000, 0);

  private Backlog() {}

  /** Fills the empty store in this folder. */
  static void fill(Path data, int rows) {
    Instant now = Instant.now();
    try (SqlStore store = SqlStore.in(data, LIMITS)) {
      for (int charger = 0; charger * EACH_CHARGER < rows; charger++) {
        ChargerId id = new ChargerId(BridgeSettings.AWAY + charger);
        ChargerState state = ChargerState.fresh(id, SoapVersion.V16, 0);
        for (int row = 0; row < EACH_CHARGER; row += AT_ONCE) {
          List<Message> messages = Collections.nCopies(AT_ONCE, message(now));
          state = store.note(state, List.of(), messages, now).state();
        }
      }
    }
  }

  private static Message message(Instant now) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("connectorId", 1).put("transactionId", TRANSACTION);
    ObjectNode value = payload.putArray("meterValue").addObject();
    value.put("timestamp", now.toString());
    value
        .putArray("sampledValue")
        .addObject()
        .put("value", "123456789")
        .put("context", "Sample.Periodic")
        .put("measurand", "Energy.Active.Import.Register")
        .put("location", "Outlet")
        .put("unit", "Wh");
    return Message.transaction("MeterValues", payload, TRANSACTION);
  }
}
