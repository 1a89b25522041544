package org.ocppbridge.bench.pure;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.bench.load.Requests;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Envelope to model to JSON, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PurePath {
  private static final String ACCEPTED = "{\"idTagInfo\":{\"status\":\"Accepted\"}}";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "Heartbeat", "{\"currentTime\":\"2026-01-01T00:00:00Z\"}",
          "Authorize",
              "{\"idTagInfo\":{\"status\":\"Accepted\"},\"idTokenInfo\":{\"status\":\"Accepted\"}}",
          "StatusNotification", "{}",
          "StartTransaction", "{\"transactionId\":1,\"idTagInfo\":{\"status\":\"Accepted\"}}",
          "MeterValues", "{}",
          "StopTransaction", ACCEPTED);

  /** Of OCPP over SOAP. */
  @Param({"1.2", "1.5", "1.6"})
  public String version;

  /** Of the CSMS. */
  @Param({"1.6J", "2.0.1"})
  public String target;

  /** What the charger asks. */
  @Param({
    "Heartbeat",
    "Authorize",
    "StatusNotification",
    "StartTransaction",
    "MeterValues",
    "StopTransaction"
  })
  public String operation;

  private byte[] envelope;
  private String answer;
  private Trip<?> trip;

  /** What one exchange needs; a type of its own, so that the types of request and answer fit. */
  private record Trip<A>(Exchange<?, A> exchange) {
    byte[] thereAndBack(byte[] request, String reply) throws Exception {
      Envelope envelope = exchange.read(request);
      Step<A> step = exchange.there(envelope);
      String payload = Exchange.payload(step);
      return exchange.back(step, envelope, payload.isEmpty() ? payload : reply);
    }

    String there(byte[] request) throws Exception {
      return Exchange.payload(exchange.there(exchange.read(request)));
    }
  }

  /** Once for each operation. */
  @Setup
  public void prepare() throws Exception {
    JsonDialect json = target.equals("1.6J") ? new Json16() : new Json201();
    SoapVersion soap = SoapVersion.valueOf("V" + version.replace(".", ""));
    envelope = Requests.envelope(version, operation);
    boolean event = target.equals("2.0.1") && operation.endsWith("Transaction");
    answer = event ? "{}" : ANSWERS.get(operation);
    trip = new Trip<>(Exchange.of(soap, operation, json));
  }

  /** Up to the JSON that goes to the CSMS. */
  @Benchmark
  public Object there() throws Exception {
    return trip.there(envelope);
  }

  /** And from its answer to the envelope that goes to the charger. */
  @Benchmark
  public Object thereAndBack() throws Exception {
    return trip.thereAndBack(envelope, answer);
  }
}
