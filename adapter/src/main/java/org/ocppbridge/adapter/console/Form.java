package org.ocppbridge.adapter.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** The fields that were posted, as a form or as a flat JSON object. */
record Form(Map<String, String> fields) {

  /** Longest form, in characters; the server takes no longer body either. */
  static final int MAX = 16 << 10;

  /** Longest time a form may take to arrive, in seconds; then its connection is closed. */
  static final int SECONDS_MAX = 10;

  /** No fields. */
  static final Form NONE = new Form(Map.of());

  /** What to do with a form. */
  interface Handler {
    void handle(HttpServerExchange exchange, Form form) throws Exception;
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Whether the body is longer than any form, or does not say how long it is. */
  static boolean isTooLong(HttpServerExchange exchange) {
    return exchange.getRequestContentLength() > MAX
        || exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
  }

  /** Reads the form on the I/O thread, where a slow sender holds up nobody, then hands it on. */
  static HttpHandler read(Handler handler) {
    return exchange -> {
      String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
      boolean json = type != null && type.startsWith("application/json");
      boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
      // -1: nothing follows, since isTooLong has turned away what comes in chunks
      if (exchange.getRequestContentLength() > 0 && !json && !form) {
        Replies.problem(
            exchange,
            Problem.of(StatusCodes.UNSUPPORTED_MEDIA_TYPE, "a form or a JSON object is expected"));
        return;
      }
      XnioExecutor.Key deadline =
          exchange
              .getIoThread()
              .executeAfter(
                  () -> IoUtils.safeClose(exchange.getConnection()), SECONDS_MAX, TimeUnit.SECONDS);
      exchange
          .getRequestReceiver()
          .receiveFullString(
              (received, text) -> {
                deadline.remove();
                received.dispatch(
                    (HttpHandler) done -> handed(done, json && !text.isBlank(), text, handler));
              },
              StandardCharsets.UTF_8);
    };
  }

  private static void handed(
      HttpServerExchange exchange, boolean json, String text, Handler handler) throws Exception {
    Form form;
    try {
      form = new Form(json ? flat(text) : parsed(text));
    } catch (JsonProcessingException broken) {
      Replies.problem(exchange, Problem.of(StatusCodes.BAD_REQUEST, "this is no JSON object"));
      return;
    }
    handler.handle(exchange, form);
  }

  /** Objects and lists within the object have no meaning here. */
  private static Map<String, String> flat(String text) throws JsonProcessingException {
    Map<String, String> fields = new HashMap<>();
    Json.MAPPER
        .readValue(text, ObjectNode.class)
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asText());
              }
            });
    return fields;
  }

  private static Map<String, String> parsed(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }
}
