package org.ocppbridge.mappings.json;

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
public final class CommandTable {

  /** What to do about a CALL, payload unread. */
  @FunctionalInterface
  public interface Plan {
    Step<CsmsAnswer> step(ObjectNode payload, ChargerView view);
  }

  private final CallReader reader;
  private final Map<String, Plan> plans = new HashMap<>();

  /** An empty table. */
  public CommandTable(CallReader reader) {
    this.reader = reader;
  }

  /** A command with a class of its own. */
  public <Q> CommandTable on(
      Operation<Q, ?> operation, BiFunction<Q, ChargerView, Step<CsmsAnswer>> plan) {
    return on(operation.name(), operation.request(), plan);
  }

  /** A command that no SOAP charger has. */
  public <Q> CommandTable on(
      String action, Class<Q> type, BiFunction<Q, ChargerView, Step<CsmsAnswer>> plan) {
    plans.put(action, (payload, view) -> plan.apply(reader.read(action, payload, type), view));
    return this;
  }

  /** The plan for an action, if the table has one. */
  public Optional<Plan> find(String action) {
    return Optional.ofNullable(plans.get(action));
  }
}
