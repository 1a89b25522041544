package org.ocppbridge.mappings.json;

import java.util.HashMap;
import java.util.Map;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Operation;

/** Which function answers which operation of a charger. */
public final class ChargerTable {

  /** What to do about a request. */
  @FunctionalInterface
  public interface Plan<Q, A> {
    Step<A> step(Q request, ChargerView view);
  }

  private final Map<Operation<?, ?>, Plan<?, ?>> plans = new HashMap<>();

  /** Adds an operation. */
  public <Q, A> ChargerTable on(Operation<Q, A> operation, Plan<Q, A> plan) {
    plans.put(operation, plan);
    return this;
  }

  /** Whether chargers ask this. */
  public boolean has(String action) {
    return plans.keySet().stream().anyMatch(operation -> operation.name().equals(action));
  }

  /** What to do about a request. */
  public <Q, A> Step<A> step(Operation<Q, A> operation, Q request, ChargerView view) {
    // Safe: on() ties the types of operation and plan together.
    @SuppressWarnings("unchecked")
    Plan<Q, A> plan = (Plan<Q, A>) plans.get(operation);
    if (plan == null) {
      throw new BridgeFault.NotSupported(operation + " is not asked by chargers");
    }
    return plan.step(request, view);
  }
}
