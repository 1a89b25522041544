package org.ocppbridge.adapter.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.SoapVersion;

/** The address at which a charger takes commands: notes them, answers as it is told. */
final class Endpoint implements AutoCloseable {
  private static final Pattern OPERATION = Pattern.compile("<(?:\\w+:)?(\\w+)Request[\\s/>]");

  /** A command as it came. */
  record Command(String operation, String xml) {
    String value(String element) {
      return new Soap.Answer(200, xml).value(element);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SoapVersion version;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger inWork = new AtomicInteger();
  private final AtomicInteger mostInWork = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile String raw = "";
  private volatile int rawStatus;
  private volatile String rawType = "";

  Endpoint(SoapVersion version) {
    this.version = version;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/cp";
  }

  /** Answers an operation with these fields; without, the answer is {@code status} Accepted. */
  Endpoint answer(String operation, String fields) {
    answers.put(operation, fields);
    return this;
  }

  /** Answers everything with these bytes instead of SOAP. */
  void answerRaw(int status, String contentType, String body) {
    rawStatus = status;
    rawType = contentType;
    raw = body;
  }

  void answerFault(String code, String subcode) {
    answerRaw(
        500,
        "application/soap+xml; charset=utf-8",
        """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:o="%s"><s:Body><s:Fault>
        <s:Code><s:Value>s:%s</s:Value><s:Subcode><s:Value>o:%s</s:Value></s:Subcode></s:Code>
        <s:Reason><s:Text xml:lang="en">no</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>
        """
            .formatted(version.chargePointNamespace(), code, subcode));
  }

  /** Answers nothing until {@link #speak}. */
  void goSilent() {
    gate = new CountDownLatch(1);
  }

  void speak() {
    gate.countDown();
  }

  List<Command> commands() {
    return commands;
  }

  List<Command> commands(String operation) {
    return commands.stream().filter(c -> c.operation().equals(operation)).toList();
  }

  int mostAtOnce() {
    return mostInWork.get();
  }

  Command awaitOne(String operation) {
    Eventually.is(() -> operation + " asked", () -> !commands(operation).isEmpty());
    return commands(operation).getFirst();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String xml = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher found = OPERATION.matcher(xml);
    String element = found.find() ? found.group(1) : "";
    String operation = element.substring(0, 1).toUpperCase(Locale.ROOT) + element.substring(1);
    mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
    commands.add(new Command(operation, xml));
    try {
      gate.await();
      respond(exchange, element, operation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inWork.decrementAndGet();
      exchange.close();
    }
  }

  private void respond(HttpExchange exchange, String element, String operation) throws IOException {
    String type = rawStatus == 0 ? "application/soap+xml; charset=utf-8" : rawType;
    byte[] body =
        (rawStatus == 0 ? envelope(element, operation) : raw).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(rawStatus == 0 ? 200 : rawStatus, body.length);
    exchange.getResponseBody().write(body);
  }

  private String envelope(String element, String operation) {
    String fields = answers.getOrDefault(operation, Soap.field("status", "Accepted"));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns="%s"><s:Body>
        <%sResponse>%s</%sResponse></s:Body></s:Envelope>
        """
        .formatted(version.chargePointNamespace(), element, fields, element);
  }

  @Override
  public void close() {
    speak();
    server.stop(0);
    threads.shutdownNow();
  }
}
