package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * A command that the charger carries out: ask it once, hand its answer on (MR B0, B1).
 *
 * @param operation what to ask
 * @param unsupported the bridge's own answer if the charger has no such operation; empty: CALLERROR
 *     NotSupported
 * @param failed the bridge's own answer if the charger cannot be asked; empty: CALLERROR
 *     InternalError
 */
record Command16<Q, A>(Operation<Q, A> operation, Optional<A> unsupported, Optional<A> failed) {

  /** A command whose message has a negative status for each case. */
  static <Q, A> Command16<Q, A> of(Operation<Q, A> operation, A unsupported, A failed) {
    return new Command16<>(operation, Optional.of(unsupported), Optional.of(failed));
  }

  /** A command whose message cannot say no. */
  static <Q, A> Command16<Q, A> withoutNo(Operation<Q, A> operation) {
    return new Command16<>(operation, Optional.empty(), Optional.empty());
  }

  /**
   * What goes with asking.
   *
   * @param before noted before the charger is called
   * @param losses what the request could not carry
   * @param answered what follows from the charger's answer
   * @param undone noted if the charger surely did nothing
   */
  record Around<A>(
      List<Change> before,
      List<Loss> losses,
      BiFunction<A, ChargerView, Ending<A>> answered,
      List<Change> undone) {

    static <A> Around<A> nothing() {
      return answering(Ending::plain);
    }

    static <A> Around<A> answering(java.util.function.Function<A, Ending<A>> answered) {
      return new Around<>(List.of(), List.of(), (a, view) -> answered.apply(a), List.of());
    }
  }

  /** The answer to hand on, and what follows. */
  record Ending<A>(A answer, List<Change> changes, List<Message> afterwards, List<Loss> losses) {
    static <A> Ending<A> plain(A answer) {
      return new Ending<>(answer, List.of(), List.of(), List.of());
    }

    static <A> Ending<A> losing(A answer, List<Loss> losses) {
      return new Ending<>(answer, List.of(), List.of(), losses);
    }

    static <A> Ending<A> with(A answer, Change... changes) {
      return new Ending<>(answer, List.of(changes), List.of(), List.of());
    }
  }

  Step<CsmsAnswer> ask(Q request, ChargerView view) {
    return ask(request, view, Around.nothing());
  }

  Step<CsmsAnswer> ask(Q request, ChargerView view, Around<A> around) {
    if (!SoapOperations.has(view.state(), operation)) {
      return Step.Done.with(missing());
    }
    return new Step.AskCharger<>(
        around.before(),
        operation,
        request,
        around.losses(),
        (reply, later) -> after(reply, later, around));
  }

  /** What the CSMS gets for the charger's reply. */
  Step<CsmsAnswer> after(ChargerReply<A> reply, ChargerView view, Around<A> around) {
    return switch (reply) {
      case ChargerReply.Answered<A>(A answer) -> answered(answer, view, around);
      case ChargerReply.Failed<A>(ChargerFailed fault) -> failed(fault, around);
    };
  }

  private Step<CsmsAnswer> answered(A answer, ChargerView view, Around<A> around) {
    Optional<ChargerFailed> wrong = wrong(answer, view);
    if (wrong.isPresent()) {
      return failed(wrong.get(), around);
    }
    Ending<A> ending = around.answered().apply(answer, view);
    List<Loss> losses = new ArrayList<>(ending.losses());
    CsmsAnswer result = result(ending.answer(), losses);
    return new Step.Done<>(result, ending.changes(), ending.afterwards(), losses);
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

  private Step<CsmsAnswer> failed(ChargerFailed fault, Around<A> around) {
    List<Change> changes = new ArrayList<>();
    if (fault.why() == Why.NOT_SUPPORTED) {
      changes.add(new CommandChange.Unsupported(operation.name()));
    }
    if (surelyNotDone(fault.why())) {
      changes.addAll(around.undone());
    }
    CsmsAnswer answer =
        fault.why() == Why.NOT_SUPPORTED
            ? missing()
            : failed
                .map(own -> result(own, new ArrayList<>()))
                .orElseGet(() -> Errors16.TABLE.of(fault));
    Loss loss = Loss.synthesised("answer", fault.getMessage());
    return new Step.Done<>(answer, changes, List.of(), List.of(loss));
  }

  private static boolean surelyNotDone(Why why) {
    return switch (why) {
      case NO_ADDRESS, ADDRESS_REFUSED, UNREACHABLE, NOT_SUPPORTED -> true;
      // A fault may be raised after the thing was done, for example while answering.
      case FAULT, SILENT, NOT_SOAP, WRONG_ANSWER -> false;
    };
  }

  /** The answer for a charger that has no such operation. */
  CsmsAnswer missing() {
    return unsupported
        .map(own -> result(own, new ArrayList<>()))
        .orElseGet(
            () ->
                Errors16.TABLE.of(
                    new BridgeFault.NotSupported("the charger does not support " + operation)));
  }

  /** The bridge's own answer in the CSMS's form. */
  Step<CsmsAnswer> own(A answer) {
    return Step.Done.with(result(answer, new ArrayList<>()));
  }

  private CsmsAnswer result(A answer, List<Loss> losses) {
    ObjectNode payload = Json.tree(answer);
    return new CsmsAnswer.Result(
        Limits16.TABLE.cut(operation.name() + "Response", payload, losses));
  }
}
