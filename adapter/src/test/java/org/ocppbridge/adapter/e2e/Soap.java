package org.ocppbridge.adapter.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.SoapVersion;

/** The requests of a charger, as XML text over HTTP. */
public final class Soap {
  private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String WSA = "http://www.w3.org/2005/08/addressing";
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(THREADS).build();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The moment at which all test transactions begin. */
  public static final String STARTED = "2026-03-01T10:00:00Z";

  public static final String STOPPED = "2026-03-01T11:00:00Z";

  private final URI url;
  private final SoapVersion version;
  private final String id;
  private final String from;

  /** What came back. */
  public record Answer(int status, String xml) {

    /** The text of the first element of that name; empty if there is none. */
    public String value(String element) {
      Matcher found =
          Pattern.compile("<(?:\\w+:)?" + element + "(?:\\s[^>]*)?>([^<]*)</").matcher(xml);
      return found.find() ? found.group(1) : "";
    }

    public int number(String element) {
      return Integer.parseInt(value(element));
    }

    public boolean fault() {
      return status >= 400;
    }
  }

  /**
   * A charger.
   *
   * @param from where it says that it can be called; empty: it does not say
   */
  public Soap(InetSocketAddress bridge, SoapVersion version, String id, String from) {
    this.url = URI.create("http://127.0.0.1:" + bridge.getPort() + "/ocpp");
    this.version = version;
    this.id = id;
    this.from = from;
  }

  String id() {
    return id;
  }

  SoapVersion version() {
    return version;
  }

  public Answer ask(String operation, String fields) {
    return ask(operation, fields, PATIENCE);
  }

  /** Asks, and gives up after a while; the status is 0 then, as always when no answer came. */
  public Answer ask(String operation, String fields, Duration patience) {
    return CompletableFuture.supplyAsync(() -> post(envelope(operation, fields), patience), THREADS)
        .join();
  }

  /** Asks on a connection and thread of its own. */
  CompletableFuture<Answer> later(String operation, String fields) {
    return CompletableFuture.supplyAsync(
        () -> post(envelope(operation, fields), PATIENCE), THREADS);
  }

  private Answer post(String envelope, Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/soap+xml; charset=utf-8")
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.ofString(envelope))
            .build();
    try {
      HttpResponse<String> response =
          HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Answer(0, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String envelope(String operation, String fields) {
    String namespace = version.centralSystemNamespace();
    String where = from.isEmpty() ? "" : "<a:From><a:Address>" + from + "</a:Address></a:From>";
    String element = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="%s" xmlns:a="%s" xmlns="%s"><s:Header>
        <chargeBoxIdentity s:mustUnderstand="true">%s</chargeBoxIdentity>
        <a:Action s:mustUnderstand="true">/%s</a:Action><a:MessageID>urn:uuid:%s</a:MessageID>%s
        </s:Header><s:Body><%sRequest>%s</%sRequest></s:Body></s:Envelope>
        """
        .formatted(
            SOAP12,
            WSA,
            namespace,
            id,
            operation,
            UUID.randomUUID(),
            where,
            element,
            fields,
            element);
  }

  public static String field(String name, Object value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }

  public Answer boot() {
    return boot("1.0");
  }

  Answer boot(String firmware) {
    return ask("BootNotification", bootFields(firmware));
  }

  static String bootFields(String firmware) {
    return field("chargePointVendor", "ACME")
        + field("chargePointModel", "M1")
        + field("firmwareVersion", firmware);
  }

  public Answer heartbeat() {
    return ask("Heartbeat", "");
  }

  public Answer authorize(String tag) {
    return ask("Authorize", field("idTag", tag));
  }

  Answer start(int connector, String tag, int meter) {
    return ask("StartTransaction", startFields(connector, tag, meter));
  }

  static String startFields(int connector, String tag, int meter) {
    return field("connectorId", connector)
        + field("idTag", tag)
        + field("timestamp", STARTED)
        + field("meterStart", meter);
  }

  Answer stop(int transaction, String tag, int meter) {
    return ask("StopTransaction", stopFields(transaction, tag, meter));
  }

  static String stopFields(int transaction, String tag, int meter) {
    return field("transactionId", transaction)
        + (tag.isEmpty() ? "" : field("idTag", tag))
        + field("timestamp", STOPPED)
        + field("meterStop", meter);
  }

  Answer meter(int connector, int transaction, int value) {
    return ask("MeterValues", meterFields(connector, transaction, value));
  }

  String meterFields(int connector, int transaction, int value) {
    return meterFields(connector, transaction, value, "2026-03-01T10:30:00Z");
  }

  public String meterFields(int connector, int transaction, long value, String at) {
    String time = field("timestamp", at);
    String number = version == SoapVersion.V12 ? "" : field("transactionId", transaction);
    String sample =
        switch (version) {
          case V12, V15 -> field("values", time + field("value", value));
          case V16 -> field("meterValue", time + field("sampledValue", field("value", value)));
        };
    return field("connectorId", connector) + number + sample;
  }

  public Answer status(int connector, String status) {
    String time = version == SoapVersion.V12 ? "" : field("timestamp", "2026-03-01T10:00:00Z");
    return ask(
        "StatusNotification",
        field("connectorId", connector)
            + field("status", status)
            + field("errorCode", "NoError")
            + time);
  }
}
