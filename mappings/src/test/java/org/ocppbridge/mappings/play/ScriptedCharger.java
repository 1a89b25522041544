package org.ocppbridge.mappings.play;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Operation;

/** A charger that answers as the test says; silent where the test says nothing. */
final class ScriptedCharger {
  private final Map<Operation<?, ?>, Function<Object, ChargerReply<?>>> replies = new HashMap<>();

  void replies(Operation<?, ?> operation, Function<Object, ChargerReply<?>> reply) {
    replies.put(operation, reply);
  }

  @SuppressWarnings("unchecked")
  <B> ChargerReply<B> reply(Step.AskCharger<?, B, ?> ask) {
    return (ChargerReply<B>)
        replies
            .getOrDefault(
                ask.operation(),
                request -> new ChargerReply.Failed<>(new ChargerFailed(Why.SILENT, "silent")))
            .apply(ask.request());
  }
}
