package org.ocppbridge.adapter.soap.in;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * Tells transaction messages. They are never answered with a fault or an HTTP error: a charger may
 * not send such a message again after one (OCPP-S 1.6 §4), while it does after a broken connection.
 */
final class TransactionMessages {

  private static final Set<String> OPERATIONS =
      Set.of(
          StartTransaction.FROM_CHARGER.name(),
          StopTransaction.FROM_CHARGER.name(),
          MeterValues.FROM_CHARGER.name());

  private TransactionMessages() {}

  /** Whether the operation is one of them. */
  static boolean is(String operation) {
    return OPERATIONS.contains(operation);
  }

  /**
   * Whether a body may hold one of them, decided without parsing: yes if in doubt, for example for
   * what is compressed.
   */
  static boolean mayBe(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return text.indexOf('<') < 0
        || OPERATIONS.stream()
            .anyMatch(name -> text.contains(name.toLowerCase(Locale.ROOT) + "request"))
        || !text.contains("envelope");
  }
}
