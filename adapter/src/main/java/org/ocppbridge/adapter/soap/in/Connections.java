package org.ocppbridge.adapter.soap.in;

import io.undertow.server.HttpServerExchange;
import org.xnio.IoUtils;

/** Ends an exchange the hard way. */
final class Connections {

  private Connections() {}

  /**
   * Closes the connection without one byte of an answer: the charger keeps its message and sends it
   * again.
   */
  static void close(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }
}
