package org.ocppbridge.adapter.simulate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sound message in an odd form, as some charger in the field gives it.
 *
 * @param name for people
 * @param message what is said in this form
 * @param headers HTTP headers to send
 * @param text what becomes of the envelope
 * @param bytes what becomes of its bytes
 */
record Quirk(
    String name,
    Carrier message,
    List<String> headers,
    UnaryOperator<String> text,
    UnaryOperator<byte[]> bytes) {

  /** A message that takes an odd form. */
  enum Carrier {
    STATUS("StatusNotification"),
    START("StartTransaction"),
    HEARTBEAT("Heartbeat");

    private final String operation;

    Carrier(String operation) {
      this.operation = operation;
    }

    String operation() {
      return operation;
    }
  }

  static Quirk status(String name, UnaryOperator<String> text) {
    return new Quirk(
        name,
        Carrier.STATUS,
        List.of(CentralSystem.contentType("StatusNotification")),
        text,
        UnaryOperator.identity());
  }

  static Quirk start(String name, UnaryOperator<String> text) {
    return new Quirk(
        name,
        Carrier.START,
        List.of(CentralSystem.contentType("StartTransaction")),
        text,
        UnaryOperator.identity());
  }

  static Quirk http(String name, List<String> headers) {
    return new Quirk(
        name, Carrier.HEARTBEAT, headers, UnaryOperator.identity(), UnaryOperator.identity());
  }

  static Quirk coded(String name, List<String> headers, UnaryOperator<byte[]> bytes) {
    return new Quirk(name, Carrier.STATUS, headers, UnaryOperator.identity(), bytes);
  }

  /** Gives a message this form. */
  CentralSystem.Request apply(String envelope) {
    byte[] plain = text.apply(envelope).getBytes(StandardCharsets.UTF_8);
    return new CentralSystem.Request(
        message.operation(), "odd: " + name, "", bytes.apply(plain), headers);
  }
}
