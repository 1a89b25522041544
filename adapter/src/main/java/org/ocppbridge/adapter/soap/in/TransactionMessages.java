package org.ocppbridge.adapter.soap.in;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /** Their elements, in lower case. */
  private static final List<byte[]> ELEMENTS =
      OPERATIONS.stream().map(name -> lowerCase(name + "request")).toList();

  private static final byte[] ENVELOPE = lowerCase("envelope");

  private TransactionMessages() {}

  private static byte[] lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the operation is one of them. */
  static boolean is(String operation) {
    return OPERATIONS.contains(operation);
  }

  /**
   * Whether a body may hold one of them: yes if in doubt, for example for what is compressed.
   * Decided in one pass without parsing or allocating, because it is asked when there is least time
   * for it.
   */
  static boolean mayBe(byte[] body) {
    boolean envelope = false;
    for (int at = 0; at < body.length; at++) {
      if (body[at] != '<') {
        continue;
      }
      int end = endOfName(body, at + 1);
      int name = localName(body, at + 1, end);
      for (byte[] element : ELEMENTS) {
        if (isAt(body, name, end, element)) {
          return true;
        }
      }
      envelope |= isAt(body, name, end, ENVELOPE);
      at = end - 1;
    }
    return !envelope;
  }

  private static int endOfName(byte[] body, int from) {
    int end = from;
    while (end < body.length && body[end] > ' ' && body[end] != '>' && body[end] != '/') {
      end++;
    }
    return end;
  }

  /** Where the name begins behind its prefix. */
  private static int localName(byte[] body, int from, int end) {
    int name = end;
    while (name > from && body[name - 1] != ':') {
      name--;
    }
    return name;
  }

  private static boolean isAt(byte[] body, int from, int end, byte[] lowerCase) {
    if (end - from != lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      if (Character.toLowerCase(body[from + i]) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }
}
