package org.ocppbridge.adapter.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A central system of few lines: reads requests with regular expressions and answers from a table.
 */
final class StubCentralSystem implements AutoCloseable {
  private static final Pattern BODY = Pattern.compile("<soap:Body><ocpp:(\\w+)Request");
  private static final Pattern NAMESPACE = Pattern.compile("xmlns:ocpp=\"(.*?)\"");
  private static final Pattern MESSAGE_ID = Pattern.compile("<wsa:MessageID>(.*?)</");

  private final HttpServer server;
  private final AtomicInteger transactions = new AtomicInteger(100);

  /** Requests, as received. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** HTTP statuses to answer the next transaction messages with instead; 0 for no answer at all. */
  final List<Integer> troubles = Collections.synchronizedList(new LinkedList<>());

  /** The same for everything else. */
  final List<Integer> otherTroubles = Collections.synchronizedList(new LinkedList<>());

  StubCentralSystem() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ocpp");
  }

  List<String> operations() {
    return requests.stream().map(request -> find(BODY, request)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(request);
    String operation = find(BODY, request);
    boolean transaction =
        List.of("startTransaction", "stopTransaction", "meterValues").contains(operation);
    List<Integer> statuses = transaction ? troubles : otherTroubles;
    if (!statuses.isEmpty()) {
      int status = statuses.removeFirst();
      if (status > 0) {
        exchange.sendResponseHeaders(status, -1);
      }
      exchange.close();
      return;
    }
    byte[] answer = answer(operation, request).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/soap+xml; charset=utf-8");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String answer(String operation, String request) {
    String namespace = find(NAMESPACE, request);
    String interval = namespace.contains("2015") ? "interval" : "heartbeatInterval";
    String tag =
        "<idTagInfo><status>"
            + (request.contains("BLOCKED") ? "Blocked" : "Accepted")
            + "</status></idTagInfo>";
    String time = "<currentTime>2026-01-02T03:04:05Z</currentTime>";
    Map<String, String> bodies =
        Map.of(
            "bootNotification",
            "<status>Accepted</status>" + time + "<" + interval + ">60</" + interval + ">",
            "heartbeat",
            time,
            "authorize",
            tag,
            "startTransaction",
            "<transactionId>"
                + (operation.startsWith("start") ? transactions.incrementAndGet() : 0)
                + "</transactionId>"
                + tag,
            "dataTransfer",
            "<status>Accepted</status>");
    String action = Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
    return "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
        + "<e:Header><a:Action>/"
        + action
        + "Response</a:Action><a:RelatesTo>"
        + find(MESSAGE_ID, request)
        + "</a:RelatesTo></e:Header>"
        + "<e:Body><"
        + operation
        + "Response xmlns=\""
        + namespace
        + "\">"
        + bodies.getOrDefault(operation, "")
        + "</"
        + operation
        + "Response></e:Body></e:Envelope>";
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
