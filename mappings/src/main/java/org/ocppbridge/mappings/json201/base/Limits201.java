package org.ocppbridge.mappings.json201.base;

import static java.util.Map.entry;

import java.util.Map;
import org.ocppbridge.mappings.json.Limits;

/**
 * The longest texts of 2.0.1 (edition 3, part 2), by action; answers have {@code Response} behind
 * the action.
 */
public final class Limits201 {

  /** Most characters of an idToken. */
  public static final int ID_TOKEN = 36;

  /** Most characters of {@code statusInfo.additionalInfo}. */
  public static final int ADDITIONAL_INFO = 512;

  /** The table. */
  public static final Limits TABLE =
      new Limits(
          Map.ofEntries(
              entry("DataTransfer", Map.of("vendorId", 255, "messageId", 50)),
              entry("GetTransactionStatus", Map.of("transactionId", 36)),
              entry(
                  "RequestStartTransaction",
                  Map.of(
                      "idToken.idToken",
                      ID_TOKEN,
                      "idToken.additionalInfo.additionalIdToken",
                      36,
                      "idToken.additionalInfo.type",
                      50,
                      "groupIdToken.idToken",
                      ID_TOKEN)),
              entry("RequestStopTransaction", Map.of("transactionId", 36))));

  private Limits201() {}
}
