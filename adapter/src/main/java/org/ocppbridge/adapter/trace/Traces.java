package org.ocppbridge.adapter.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.watch.Stage;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.Printable;

/** Draws traces and sends them by OTLP over HTTP. Safe for use by many threads. */
public final class Traces implements Watch, AutoCloseable {

  /** Spans waiting to be sent; over it new ones are dropped. */
  static final int WAITING_MAX = 8_192;

  /** Longest time between the end of a span and its sending. */
  static final Duration EVERY = Duration.ofSeconds(2);

  /** Longest wait for a collector. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final int CLOSE_SECONDS = 5;

  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

  /** Outcomes that are no failure. */
  private static final Set<String> WELL = Set.of("answered", "result", "stored", "done");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * @param url of the collector, with its path
   * @param percent how many of a hundred exchanges are traced
   */
  public Traces(URI url, int percent) {
    provider =
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().toBuilder().put(SERVICE, "ocpp-bridge").build())
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(percent / 100.0)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder()
                            .setEndpoint(url.toString())
                            .setTimeout(TIMEOUT)
                            .build())
                    .setMaxQueueSize(WAITING_MAX)
                    .setScheduleDelay(EVERY)
                    .build())
            .build();
    tracer = provider.get("org.ocppbridge");
  }

  /** The scope is closed when the exchange ends, on the same thread. */
  @Override
  @SuppressWarnings("MustBeClosedChecker")
  public Timing exchange(WatchedExchange exchange) {
    Span span =
        tracer.spanBuilder("exchange").setSpanKind(SpanKind.SERVER).setNoParent().startSpan();
    Scope scope = span.makeCurrent();
    return outcome -> {
      scope.close();
      span.updateName(
          exchange.operation().isEmpty() ? "request" : Printable.of(exchange.operation()));
      exchange.charger().ifPresent(id -> span.setAttribute("ocpp.charger", id.value()));
      exchange.soap().ifPresent(version -> span.setAttribute("ocpp.soap", version.label()));
      exchange.csms().ifPresent(target -> span.setAttribute("ocpp.csms", target.subprotocol()));
      span.setAttribute("ocpp.direction", exchange.direction().label());
      span.setAttribute("ocpp.losses", exchange.losses());
      end(span, outcome);
    };
  }

  @Override
  public Timing stage(Stage stage, String what) {
    Span span = tracer.spanBuilder(name(stage, what)).setSpanKind(kind(stage)).startSpan();
    return outcome -> end(span, outcome);
  }

  private static String name(Stage stage, String what) {
    return switch (stage) {
      case SOAP_READ, MAPPING -> stage.label();
      case STORE, CSMS, CHARGER -> stage.label() + " " + Printable.of(what);
    };
  }

  private static SpanKind kind(Stage stage) {
    return switch (stage) {
      case CSMS, CHARGER -> SpanKind.CLIENT;
      case SOAP_READ, MAPPING, STORE -> SpanKind.INTERNAL;
    };
  }

  private static void end(Span span, String outcome) {
    span.setAttribute("ocpp.outcome", outcome);
    if (!WELL.contains(outcome)) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  @Override
  public Runnable carried(Runnable task) {
    return Context.current().wrap(task);
  }

  /** Sends what waits, for a few seconds at most. */
  @Override
  public void close() {
    var _ = provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
