package org.ocppbridge.adapter.soap.in;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.service.invoker.Invoker;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.soap.Losses;
import org.ocppbridge.mappings.soap.Reading;
import org.ocppbridge.mappings.soap.SoapDialect;

/**
 * Answers every operation of every version: generated request, model, question, answer, generated
 * answer.
 */
final class OperationInvoker implements Invoker {

  private final ChargerRequests requests;
  private final Function<ChargerId, ZoneId> zones;
  private final InstantSource clock;

  OperationInvoker(
      ChargerRequests requests, Function<ChargerId, ZoneId> zones, InstantSource clock) {
    this.requests = requests;
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public Object invoke(Exchange exchange, Object arguments) {
    Object generated = ((List<?>) arguments).getFirst();
    return new MessageContentsList(answer(generated, CxfExchange.of(exchange)));
  }

  /** The generated answer to a generated request. */
  Object answer(Object generated, CxfExchange request) {
    SoapDialect dialect = SoapDialect.of(request.caller().version());
    Operation<?, ?> operation =
        dialect
            .operation(generated.getClass())
            .orElseThrow(
                () ->
                    new BridgeFault.NotSupported(
                        generated.getClass().getSimpleName() + " is no operation"));
    return ask(dialect, operation, generated, request);
  }

  private <Q, A> Object ask(
      SoapDialect dialect, Operation<Q, A> operation, Object generated, CxfExchange request) {
    Losses losses = new Losses();
    Reading reading = new Reading(zones.apply(request.caller().id()), clock.instant(), losses);
    Q question = dialect.request(operation, generated, reading);
    List<Loss> all = new ArrayList<>(request.envelope().losses());
    all.addAll(losses.list());
    WatchedExchange.hasRead();
    A answer = requests.ask(request.caller(), operation, question, List.copyOf(all));
    Losses answerLosses = new Losses();
    Object written = dialect.answer(operation, answer, answerLosses);
    requests.tell(request.caller().id(), "answer to " + operation.name(), answerLosses.list());
    return written;
  }
}
