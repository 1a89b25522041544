package org.ocppbridge.mappings.json201.base;

import java.time.Duration;
import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;

/**
 * Tells the CSMS something whose answer nobody waits for, in the same write as the changes that
 * belong to it: a seqNo that was counted and an event that was not kept would be a gap.
 */
public final class Told {

  private Told() {}

  /**
   * Answers the asker, and tells the CSMS.
   *
   * @param messages in their order; may be empty
   */
  public static <A> Step<A> with(
      A answer, List<Change> changes, List<Message> messages, List<Loss> losses) {
    if (messages.isEmpty()) {
      return new Step.Done<>(answer, changes, List.of(), losses);
    }
    return new Step.AskCsms<>(
        changes,
        messages.subList(0, messages.size() - 1),
        messages.getLast(),
        Duration.ZERO,
        losses,
        (reply, view) -> Step.Done.with(answer));
  }
}
