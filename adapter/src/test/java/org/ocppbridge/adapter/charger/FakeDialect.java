package org.ocppbridge.adapter.charger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.model.Operation;

/** A dialect whose steps the test gives. */
public final class FakeDialect implements JsonDialect {

  /** What a delivered message leads to. */
  interface Delivered {
    Step<Void> step(Queued queued, Reply reply);
  }

  public final List<String> woken = new ArrayList<>();
  Delivered delivered = (queued, reply) -> Step.Done.with(null);
  Step<?> ofCharger = Step.Done.with(null);
  Function<ChargerView, Step<CsmsAnswer>> ofCsms =
      view -> Step.Done.with(new CsmsAnswer.Result(JsonNodeFactory.instance.objectNode()));

  @Override
  public Target target() {
    return Target.OCPP16;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <Q, A> Step<A> fromCharger(Operation<Q, A> operation, Q request, ChargerView view) {
    return (Step<A>) ofCharger;
  }

  @Override
  public Step<CsmsAnswer> fromCsms(String action, ObjectNode payload, ChargerView view) {
    return ofCsms.apply(view);
  }

  @Override
  public ObjectNode atSending(Queued queued, ChargerView view) {
    return queued.message().payload();
  }

  @Override
  public Step<Void> delivered(Queued queued, Reply reply, ChargerView view) {
    return delivered.step(queued, reply);
  }

  @Override
  public Step<Void> woken(String reason, ChargerView view) {
    woken.add(reason + " " + view.now());
    return Step.Done.with(null, List.of(new Change.WakeUpOver(reason)));
  }

  @Override
  public Step<Void> news(LinkNews news, ChargerView view) {
    return Step.Done.with(null);
  }

  @Override
  public Step<Void> connected(ChargerView view) {
    return Step.Done.with(null);
  }

  @Override
  public CsmsAnswer.Error error(BridgeFault fault) {
    return new CsmsAnswer.Error(fault.getClass().getSimpleName(), fault.getMessage());
  }
}
