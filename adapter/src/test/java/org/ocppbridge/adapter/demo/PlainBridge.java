package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.PlainConversion;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.mappings.SoapVersion;

/**
 * A bridge of few lines, enough to test the demo with: 1.6 only, one message at a time, no state,
 * no patience.
 */
final class PlainBridge implements BridgeUnderDemo {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

  private final PlainConversion conversion = new PlainConversion();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final UnaryOperator<String> towardsCsms;
  private final URI csms;
  private final HttpServer server;
  private WebSocket socket;
  private volatile String charger = "";
  private volatile String from = "";

  /**
   * @param towardsCsms what becomes of each CALL
   */
  PlainBridge(URI csms, UnaryOperator<String> towardsCsms) throws IOException {
    this.csms = csms;
    this.towardsCsms = towardsCsms;
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public URI soapUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ocpp");
  }

  @Override
  public URI console() {
    return URI.create("http://127.0.0.1:1/");
  }

  @Override
  public String consoleToken() {
    return "t0ken";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Xml envelope = Xml.parse(exchange.getRequestBody().readAllBytes());
      Xml header = envelope.child("Header").orElseThrow();
      Xml body = envelope.child("Body").orElseThrow().children().getFirst();
      from = header.child("From").orElseThrow().value("Address");
      connect(header.value("chargeBoxIdentity"));
      String action = header.value("Action").substring(1);
      String id = UUID.randomUUID().toString();
      CompletableFuture<JsonNode> answer = new CompletableFuture<>();
      waiting.put(id, answer);
      JsonNode payload = conversion.toJson(Side.Cs, action, true, body);
      send(
          towardsCsms.apply(
              JsonNodeFactory.instance
                  .arrayNode()
                  .add(2)
                  .add(id)
                  .add(action)
                  .add(payload)
                  .toString()));
      JsonNode result = answer.get(5, TimeUnit.SECONDS).get(2);
      Xml response = conversion.toXml(Side.Cs, body.namespace(), action, false, result);
      byte[] out =
          envelope(
                  "/" + action + "Response",
                  "<a:RelatesTo>" + header.value("MessageID") + "</a:RelatesTo>",
                  response)
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, out.length);
      exchange.getResponseBody().write(out);
    } catch (Exception e) {
      exchange.sendResponseHeaders(500, -1);
    } finally {
      exchange.close();
    }
  }

  private static String envelope(String action, String headers, Xml body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\""
        + SOAP
        + "\" xmlns:a=\""
        + ADDRESSING
        + "\"><s:Header><a:Action>"
        + action
        + "</a:Action>"
        + headers
        + "</s:Header><s:Body>"
        + xml(body, true)
        + "</s:Body></s:Envelope>";
  }

  private static String xml(Xml element, boolean root) {
    StringBuilder out =
        new StringBuilder(
            "<" + element.name() + (root ? " xmlns=\"" + element.namespace() + "\"" : "") + ">");
    out.append(element.text().replace("&", "&amp;").replace("<", "&lt;"));
    element.children().forEach(child -> out.append(xml(child, false)));
    return out.append("</" + element.name() + ">").toString();
  }

  private synchronized void connect(String identity) {
    if (socket == null) {
      charger = identity;
      socket =
          http.newWebSocketBuilder()
              .subprotocols("ocpp1.6")
              .buildAsync(URI.create(csms + "/" + identity), new Reader())
              .join();
    }
  }

  private synchronized void send(String frame) {
    socket.sendText(frame, true).join();
  }

  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket own, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String frame = text.toString();
        text.setLength(0);
        threads.execute(() -> received(frame));
      }
      own.request(1);
      return null;
    }
  }

  private void received(String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      if (frame.get(0).asInt() != 2) {
        waiting.remove(frame.get(1).asText()).complete(frame);
        return;
      }
      String action = frame.get(2).asText();
      Xml body =
          conversion.toXml(
              Side.Cp, SoapVersion.V16.chargePointNamespace(), action, true, frame.get(3));
      String headers =
          "<c:chargeBoxIdentity xmlns:c=\""
              + body.namespace()
              + "\">"
              + charger
              + "</c:chargeBoxIdentity><a:MessageID>"
              + frame.get(1).asText()
              + "</a:MessageID><a:From><a:Address>"
              + soapUrl()
              + "</a:Address></a:From><a:To>"
              + from
              + "</a:To>";
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(URI.create(from))
                  .POST(HttpRequest.BodyPublishers.ofString(envelope("/" + action, headers, body)))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      Xml answer = Xml.parse(response.body()).child("Body").orElseThrow().children().getFirst();
      send(
          JsonNodeFactory.instance
              .arrayNode()
              .add(3)
              .add(frame.get(1))
              .add(conversion.toJson(Side.Cp, action, false, answer))
              .toString());
    } catch (Exception e) {
      throw new IllegalStateException("the test's bridge failed on " + text, e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
