package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Operation;

/** Which function answers which action of the CSMS. */
final class CommandTable {

  /** What to do about a CALL, payload unread. */
  @FunctionalInterface
  interface Plan {
    Step<CsmsAnswer> step(ObjectNode payload, ChargerView view);
  }

  private final Map<String, Plan> plans = new HashMap<>();

  /** A command with a class of its own. */
  <Q> CommandTable on(
      Operation<Q, ?> operation, BiFunction<Q, ChargerView, Step<CsmsAnswer>> plan) {
    return on(operation.name(), operation.request(), plan);
  }

  /** A command that no SOAP charger has. */
  <Q> CommandTable on(
      String action, Class<Q> type, BiFunction<Q, ChargerView, Step<CsmsAnswer>> plan) {
    plans.put(action, (payload, view) -> plan.apply(CallReader.read(action, payload, type), view));
    return this;
  }

  /** A command that is asked and answered as it is. */
  <Q, A> CommandTable passed(Operation<Q, A> operation, A unsupported, A failed) {
    Command16<Q, A> command = Command16.of(operation, unsupported, failed);
    return on(operation, command::ask);
  }

  Optional<Plan> find(String action) {
    return Optional.ofNullable(plans.get(action));
  }
}
