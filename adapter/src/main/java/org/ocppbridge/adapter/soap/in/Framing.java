package org.ocppbridge.adapter.soap.in;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses requests whose end two readers may see in different places: behind a proxy that reads
 * them otherwise, what follows would be taken for the next request, of somebody else. Undertow
 * itself takes chunk sizes like {@code 0x0} and {@code +0}, bare line feeds and lengths beyond
 * 2^64; so no connection is used again after a chunked request, nor when anything was sent behind a
 * request before its answer.
 */
final class Framing {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private Framing() {}

  /** Says what is wrong with the framing headers; empty if nothing is. */
  static Optional<String> problem(HttpServerExchange exchange) {
    HeaderValues lengths = exchange.getRequestHeaders().get(Headers.CONTENT_LENGTH);
    HeaderValues codings = exchange.getRequestHeaders().get(Headers.TRANSFER_ENCODING);
    if (codings != null) {
      if (lengths != null) {
        return Optional.of("both Content-Length and Transfer-Encoding");
      }
      if (codings.size() != 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
        return Optional.of("a Transfer-Encoding other than chunked");
      }
      return Optional.empty();
    }
    if (lengths == null) {
      return Optional.empty();
    }
    boolean plain = lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches();
    return plain ? Optional.empty() : Optional.of("an odd or doubled Content-Length");
  }

  static boolean isChunked(HttpServerExchange exchange) {
    return exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
  }
}
