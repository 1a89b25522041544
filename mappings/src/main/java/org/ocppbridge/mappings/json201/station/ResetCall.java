package org.ocppbridge.mappings.json201.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.ResetType;

/**
 * Asks a charger to reset, if need be in more than one way. The reset is noted before the charger
 * is asked: it explains the transactions that stop and the boot that follows.
 */
final class ResetCall {

  private ResetCall() {}

  /**
   * What came of it.
   *
   * @param accepted whether the charger will reset
   * @param changes to note with the end of the step
   * @param fault why there is no answer
   */
  record Outcome(boolean accepted, List<Change> changes, Optional<ChargerFailed> fault) {}

  /**
   * Asks.
   *
   * @param types the ways to try in their order, at least one; the next only if the charger refused
   * @param onIdle whether the CSMS asked for the reset to wait
   */
  static <A> Step<A> ask(
      List<ResetType> types, boolean onIdle, ChargerView view, Step.Next<Outcome, A> next) {
    Optional<Commands.PendingReset> before = view.state().commands().reset();
    Commands.PendingReset pending = new Commands.PendingReset(types.getFirst(), view.now(), onIdle);
    return new Step.AskCharger<>(
        List.of(new CommandChange.ResetPending(Optional.of(pending))),
        Reset.FROM_CSMS,
        new Reset.Request(types.getFirst()),
        List.of(),
        (reply, later) -> {
          boolean more = types.size() > 1 && refused(reply);
          return more
              ? ask(types.subList(1, types.size()), onIdle, later, next)
              : next.after(outcome(reply, before), later);
        });
  }

  private static boolean refused(ChargerReply<Reset.Answer> reply) {
    return switch (reply) {
      case ChargerReply.Answered<Reset.Answer>(var answer) ->
          answer.status() != ResetStatus.ACCEPTED;
      case ChargerReply.Failed<Reset.Answer>(ChargerFailed fault) -> fault.why() == Why.FAULT;
    };
  }

  private static Outcome outcome(
      ChargerReply<Reset.Answer> reply, Optional<Commands.PendingReset> before) {
    CommandChange undone = new CommandChange.ResetPending(before);
    return switch (reply) {
      case ChargerReply.Answered<Reset.Answer>(var answer) ->
          answer.status() == ResetStatus.ACCEPTED
              ? new Outcome(true, List.of(), Optional.empty())
              : new Outcome(false, List.of(undone), Optional.empty());
      case ChargerReply.Failed<Reset.Answer>(ChargerFailed fault) ->
          new Outcome(false, afterFault(fault.why(), undone), Optional.of(fault));
    };
  }

  /** A charger that did not answer may be about to reset all the same. */
  private static List<Change> afterFault(Why why, Change undone) {
    List<Change> changes = new ArrayList<>();
    if (why == Why.NOT_SUPPORTED) {
      changes.add(new CommandChange.Unsupported(Reset.FROM_CSMS.name()));
    }
    if (why != Why.SILENT && why != Why.NOT_SOAP && why != Why.WRONG_ANSWER) {
      changes.add(undone);
    }
    return changes;
  }
}
