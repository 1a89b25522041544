package org.ocppbridge.adapter.delivery;

import java.util.concurrent.CompletableFuture;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.mappings.Reply;

/**
 * Who waits for the answer to a message, and where it is written down what becomes of it. The
 * asker's patience may be over long before.
 */
record Waiter(CompletableFuture<Reply> reply, Sending sending) {

  void complete(Reply answer) {
    sending.done(answer);
    reply.complete(answer);
  }
}
