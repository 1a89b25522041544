package org.ocppbridge.mappings.json;

import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * A StopTransaction that cannot be told to the CSMS. It is kept whole, because it is somebody's
 * energy.
 */
public final class StrayStop {

  private StrayStop() {}

  /** Keeps it among the dead letters. */
  public static Change kept(StopTransaction.Request request, String reason, Instant now) {
    Message whole =
        new Message(
            StopTransaction.FROM_CHARGER.name(),
            Json.tree(request),
            Message.Delivery.TRANSACTION,
            "",
            Optional.ofNullable(request.transactionId()));
    return new TransactionChange.Undeliverable(whole, reason, now);
  }
}
