package org.ocppbridge.mappings.json201.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * A command that the charger carries out: ask it once, answer the CSMS (MR B0).
 *
 * @param operation what to ask
 * @param unsupported the answer if the charger has no such operation
 * @param failed the answer if the charger cannot be asked or gives no sound answer, from the reason
 */
public record Command201<Q, A>(
    Operation<Q, A> operation,
    CsmsAnswer unsupported,
    BiFunction<ChargerFailed, ChargerView, CsmsAnswer> failed) {

  /** A command whose answer can say no: {@code status} with a {@code statusInfo}. */
  public static <Q, A> Command201<Q, A> refusing(Operation<Q, A> operation, String status) {
    return new Command201<>(
        operation,
        Answer201.status(status, Reason.UNSUPPORTED_REQUEST, "the charger has no " + operation),
        (fault, view) -> Answer201.status(status, Reason.INTERNAL_ERROR, fault.getMessage()));
  }

  /** A command whose answer cannot say no: CALLERROR NotSupported or InternalError. */
  public static <Q, A> Command201<Q, A> withoutNo(Operation<Q, A> operation) {
    return new Command201<>(
        operation,
        Answer201.notSupported("the charger has no " + operation),
        (fault, view) -> Errors201.TABLE.of(fault));
  }

  /** The answer to hand on, and what follows. */
  public record Ending(
      CsmsAnswer answer, List<Change> changes, List<Message> afterwards, List<Loss> losses) {

    /** The answer, and nothing follows. */
    public static Ending plain(CsmsAnswer answer) {
      return new Ending(answer, List.of(), List.of(), List.of());
    }

    /** The answer and changes. */
    public static Ending with(CsmsAnswer answer, List<Change> changes) {
      return new Ending(answer, changes, List.of(), List.of());
    }
  }

  /** Asks the charger. */
  public Step<CsmsAnswer> ask(
      Q request, ChargerView view, BiFunction<A, ChargerView, Ending> answered) {
    return ask(request, view, List.of(), List.of(), answered);
  }

  /**
   * The step that asks the charger, with what its request could not carry.
   *
   * @param losses named whatever the charger answers
   */
  public static Step<CsmsAnswer> losing(List<Loss> losses, Step<CsmsAnswer> step) {
    return step instanceof Step.AskCharger<?, ?, CsmsAnswer> ask ? losing(losses, ask) : step;
  }

  private static <Q, B> Step<CsmsAnswer> losing(
      List<Loss> losses, Step.AskCharger<Q, B, CsmsAnswer> ask) {
    return new Step.AskCharger<>(ask.changes(), ask.operation(), ask.request(), losses, ask.next());
  }

  /**
   * Asks the charger.
   *
   * @param before noted before it is called
   * @param undone noted if it surely did nothing
   */
  public Step<CsmsAnswer> ask(
      Q request,
      ChargerView view,
      List<Change> before,
      List<Change> undone,
      BiFunction<A, ChargerView, Ending> answered) {
    if (!SoapOperations.has(view.state(), operation)) {
      return Step.Done.with(unsupported);
    }
    return new Step.AskCharger<>(
        before,
        operation,
        request,
        List.of(),
        (reply, later) ->
            switch (reply) {
              case ChargerReply.Answered<A>(A answer) ->
                  wrong(answer, later)
                      .map(fault -> failed(fault, undone, later))
                      .orElseGet(() -> done(answered.apply(answer, later)));
              case ChargerReply.Failed<A>(ChargerFailed fault) -> failed(fault, undone, later);
            });
  }

  /** An answer that lacks what the contract requires is none. */
  private Optional<ChargerFailed> wrong(A answer, ChargerView view) {
    try {
      Json.MAPPER.treeToValue(Json.tree(answer), operation.answer());
      return Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.of(
          new ChargerFailed(
              Why.WRONG_ANSWER,
              "charger " + view.state().id() + ": its answer to " + operation + " is incomplete"));
    }
  }

  private static Step<CsmsAnswer> done(Ending ending) {
    return new Step.Done<>(ending.answer(), ending.changes(), ending.afterwards(), ending.losses());
  }

  private Step<CsmsAnswer> failed(ChargerFailed fault, List<Change> undone, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    if (fault.why() == Why.NOT_SUPPORTED) {
      changes.add(new CommandChange.Unsupported(operation.name()));
    }
    if (surelyNotDone(fault.why())) {
      changes.addAll(undone);
    }
    CsmsAnswer answer = fault.why() == Why.NOT_SUPPORTED ? unsupported : failed.apply(fault, view);
    Loss loss = Loss.synthesised("answer", fault.getMessage());
    return new Step.Done<>(answer, changes, List.of(), List.of(loss));
  }

  private static boolean surelyNotDone(Why why) {
    return switch (why) {
      case NO_ADDRESS, ADDRESS_REFUSED, UNREACHABLE, NOT_SUPPORTED -> true;
      case FAULT, SILENT, NOT_SOAP, WRONG_ANSWER -> false;
    };
  }

  /** A {@code CALLERROR} for a fault. */
  public static CsmsAnswer error(BridgeFault fault) {
    return Errors201.TABLE.of(fault);
  }
}
