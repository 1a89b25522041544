package org.ocppbridge.adapter.watch;

import org.ocppbridge.mappings.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each exchange that was carried out, for people as a sentence, for machines as fields
 * beside it. What was refused has its line from where it was refused, so that the lines of a
 * stranger can be kept few.
 */
final class ExchangeLog {
  private static final Logger LOG = LoggerFactory.getLogger("exchange");

  private static final String NONE = "-";

  private ExchangeLog() {}

  static void write(WatchedExchange exchange) {
    if (!LOG.isInfoEnabled() || exchange.csms().isEmpty()) {
      return;
    }
    String operation = Printable.of(exchange.operation());
    String soap = exchange.soap().map(Object::toString).orElse(NONE);
    String csms = exchange.csms().map(Object::toString).orElse(NONE);
    String words = Printable.of(exchange.words());
    long millis = exchange.nanos() / 1_000_000;
    boolean asks = exchange.direction() == WatchedExchange.Direction.FROM_CHARGER;
    LOG.atInfo()
        .addKeyValue("direction", exchange.direction().label())
        .addKeyValue("operation", operation)
        .addKeyValue("soap", soap)
        .addKeyValue("csms", csms)
        .addKeyValue("outcome", exchange.outcome())
        .addKeyValue("ms", millis)
        .addKeyValue("losses", exchange.losses())
        .log(
            "charger {}: {} {}: {}{}, {} ms, {} losses ({} to {})",
            exchange.charger().map(id -> Printable.of(id.value())).orElse(NONE),
            operation,
            asks ? "of the charger" : "of the CSMS",
            exchange.outcome(),
            words.isEmpty() ? "" : " (" + words + ")",
            millis,
            exchange.losses(),
            asks ? "SOAP " + soap : csms,
            asks ? csms : "SOAP " + soap);
  }
}
