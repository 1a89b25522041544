package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.MessageTrigger;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.TriggerMessageStatus;
import org.ocppbridge.mappings.rules.SoapOperations;

/** How a trigger is answered: by the charger, or by the bridge in its place. */
final class TriggerReply {

  /**
   * How long a triggered message is expected, and let through although the CSMS has not accepted
   * the charger (MR D11).
   */
  private static final Duration EXPECTED = Duration.ofSeconds(30);

  /** When the bridge does what the charger was asked for. */
  enum Substitute {
    /** The charger has no TriggerMessage, or not this one. */
    IF_UNSUPPORTED,
    /** It also says that it cannot do so now. */
    IF_REFUSED
  }

  private TriggerReply() {}

  /** Accepted, then the messages (F06.FR.04). */
  static Step<CsmsAnswer> accepted(List<Message> messages, ChargerView view) {
    List<Change> expected =
        messages.stream().map(Message::action).distinct().map(a -> expect(a, view)).toList();
    return new Step.Done<>(Answer201.status("Accepted"), expected, messages, List.of());
  }

  static Step<CsmsAnswer> rejected(Reason reason, String why) {
    return Answer201.only(Answer201.status("Rejected", reason, why));
  }

  /** A message is expected, and let through although the CSMS has not accepted the charger. */
  static Change expect(String name, ChargerView view) {
    return new CommandChange.Triggered(name, Optional.of(view.now().plus(EXPECTED)));
  }

  private static Change notExpected(String name) {
    return new CommandChange.Triggered(name, Optional.empty());
  }

  /**
   * Asks the charger, if its version can be asked.
   *
   * @param names under which its message is noted as expected
   * @param make does it in its place
   */
  static Step<CsmsAnswer> ask(
      MessageTrigger wanted,
      Optional<Integer> connector,
      List<String> names,
      ChargerView view,
      Substitute substitute,
      Function<ChargerView, Step<CsmsAnswer>> make) {
    if (!SoapOperations.has(view.state(), TriggerMessage.FROM_CSMS)) {
      return make.apply(view);
    }
    List<Change> undone = names.stream().map(TriggerReply::notExpected).toList();
    return new Step.AskCharger<>(
        // Before the charger is called: its message may come before its answer.
        names.stream().map(name -> expect(name, view)).toList(),
        TriggerMessage.FROM_CSMS,
        new TriggerMessage.Request(wanted, connector.orElse(null)),
        List.of(),
        (reply, later) ->
            switch (reply) {
              case ChargerReply.Answered<TriggerMessage.Answer>(var answer)
                  when answer.status() == TriggerMessageStatus.ACCEPTED ->
                  Answer201.only(Answer201.status("Accepted"));
              case ChargerReply.Answered<TriggerMessage.Answer>(var answer) ->
                  answer.status() == TriggerMessageStatus.NOT_IMPLEMENTED
                          || substitute == Substitute.IF_REFUSED
                      ? with(undone, make.apply(later))
                      : Step.Done.with(Answer201.status("Rejected"), undone);
              case ChargerReply.Failed<TriggerMessage.Answer>(var fault)
                  when fault.why() == Why.NOT_SUPPORTED ->
                  with(unsupported(undone), make.apply(later));
              case ChargerReply.Failed<TriggerMessage.Answer>(var fault) ->
                  Step.Done.with(
                      Answer201.status("Rejected", Reason.INTERNAL_ERROR, fault.getMessage()),
                      undone);
            });
  }

  private static List<Change> unsupported(List<Change> undone) {
    Change noted = new CommandChange.Unsupported(TriggerMessage.FROM_CSMS.name());
    return Stream.concat(undone.stream(), Stream.of(noted)).toList();
  }

  private static Step<CsmsAnswer> with(List<Change> before, Step<CsmsAnswer> step) {
    return switch (step) {
      case Step.Done<CsmsAnswer>(var answer, var changes, var afterwards, var losses) ->
          new Step.Done<>(
              answer,
              Stream.concat(before.stream(), changes.stream()).toList(),
              afterwards,
              losses);
      default -> step;
    };
  }
}
