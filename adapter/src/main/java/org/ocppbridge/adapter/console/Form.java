package org.ocppbridge.adapter.console;

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

/** The fields of a form that was posted. */
record Form(Map<String, String> fields) {

  /** Longest form, in characters; the server takes no longer body either. */
  static final int MAX = 16 << 10;

  /** Longest time a form may take to arrive, in seconds; then its connection is closed. */
  static final int SECONDS_MAX = 10;

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
      if (exchange.getRequestContentLength() != 0
          && (type == null || !type.startsWith("application/x-www-form-urlencoded"))) {
        Replies.text(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, "a form is expected\n");
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
                    (HttpHandler) done -> handler.handle(done, new Form(parsed(text))));
              },
              StandardCharsets.UTF_8);
    };
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
