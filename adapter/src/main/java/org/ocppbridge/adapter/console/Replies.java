package org.ocppbridge.adapter.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;

/** Answers of the admin port, with what tells browsers to be careful. */
final class Replies {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private Replies() {}

  /** The headers of every answer. */
  static void careful(HttpServerExchange exchange, boolean tls) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Headers.CACHE_CONTROL, "no-store");
    headers.put(Headers.CONTENT_SECURITY_POLICY, POLICY);
    headers.put(Headers.X_FRAME_OPTIONS, "DENY");
    headers.put(Headers.REFERRER_POLICY, "no-referrer");
    headers.put(new HttpString("Cross-Origin-Opener-Policy"), "same-origin");
    headers.put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin");
    headers.put(new HttpString("Permissions-Policy"), "camera=(), geolocation=(), microphone=()");
    if (tls) {
      headers.put(Headers.STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
  }

  static void text(HttpServerExchange exchange, int status, String body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    exchange.getResponseSender().send(body);
  }

  static void page(HttpServerExchange exchange, int status, String html) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
    exchange.getResponseSender().send(html);
  }

  static void json(HttpServerExchange exchange, String body) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(body);
  }

  static void seeOther(HttpServerExchange exchange, String path) {
    exchange.setStatusCode(StatusCodes.SEE_OTHER);
    exchange.getResponseHeaders().put(Headers.LOCATION, path);
    exchange.endExchange();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
