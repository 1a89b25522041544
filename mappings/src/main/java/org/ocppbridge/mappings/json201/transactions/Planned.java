package org.ocppbridge.mappings.json201.transactions;

import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;

/**
 * Messages with the changes that count them. Both go into one write: in a {@code Step.AskCsms}, or
 * through {@code base.Told}; never as what follows a {@code Step.Done}.
 *
 * @param messages in their order; may be empty
 * @param losses what the messages could not carry, or was made up
 */
public record Planned(List<Change> changes, List<Message> messages, List<Loss> losses) {

  /** Nothing changes, nothing is told. */
  public static final Planned NOTHING = new Planned(List.of(), List.of(), List.of());
}
