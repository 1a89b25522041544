package org.ocppbridge.adapter.ledger;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An exchange as a line of the ledger: the same bytes as {@link LedgerJson} writes, in a quarter of
 * its time. Each exchange passes here.
 */
final class ExchangeLine {
  private static final byte[] ID = JsonBytes.ascii("{\"id\":");
  private static final byte[] BEGAN = name("began");
  private static final byte[] CHARGER = name("charger");
  private static final byte[] DIRECTION = name("direction");
  private static final byte[] ORIGIN = name("origin");
  private static final byte[] OPERATION = name("operation");
  private static final byte[] ACTIONS = name("actions");
  private static final byte[] SOAP = name("soap");
  private static final byte[] TARGET = name("target");
  private static final byte[] PROTOCOL = name("protocol");
  private static final byte[] ADDRESS = name("address");
  private static final byte[] SEQ = name("seq");
  private static final byte[] KEPT = name("kept");
  private static final byte[] OUTCOME = name("outcome");
  private static final byte[] DETAIL = name("detail");
  private static final byte[] TIMING = JsonBytes.ascii(",\"timing\":{\"total\":");
  private static final byte[] CSMS = name("csms");
  private static final byte[] BRIDGE = name("bridge");
  private static final byte[] LOSSES = name("losses");
  private static final byte[] KIND = JsonBytes.ascii("{\"kind\":");
  private static final byte[] FIELD = name("field");
  private static final byte[] REASON = name("reason");
  private static final byte[] WIRE = name("wire");
  private static final byte[] AT = JsonBytes.ascii("{\"at\":");
  private static final byte[] WAY = name("way");
  private static final byte[] ANSWER = JsonBytes.ascii(",\"answer\":true");
  private static final byte[] STATUS = name("status");
  private static final byte[] TEXT = name("text");
  private static final byte[] LENGTH = name("length");

  private final JsonBytes out = new JsonBytes();

  private static byte[] name(String name) {
    return JsonBytes.ascii(",\"" + name + "\":");
  }

  /** The line, without its end; valid until the next one is written. */
  JsonBytes of(Clearing.Clear clear) {
    Exchange exchange = clear.bare();
    out.clear();
    out.raw(ID);
    out.number(exchange.id());
    text(BEGAN, exchange.began().toString());
    text(CHARGER, exchange.charger());
    text(DIRECTION, exchange.direction().word());
    text(ORIGIN, exchange.origin().word());
    text(OPERATION, exchange.operation());
    list(ACTIONS, exchange.actions(), JsonBytes::text);
    text(SOAP, exchange.soap());
    text(TARGET, exchange.target());
    text(PROTOCOL, exchange.protocol());
    text(ADDRESS, exchange.address());
    number(SEQ, exchange.seq());
    list(KEPT, exchange.kept(), JsonBytes::number);
    text(OUTCOME, exchange.outcome().word());
    text(DETAIL, exchange.detail());
    timing(exchange.timing());
    list(LOSSES, exchange.losses(), ExchangeLine::lost);
    Iterator<byte[]> texts = clear.texts().iterator();
    list(WIRE, exchange.wire(), (json, wire) -> wire(json, wire, texts.next()));
    out.raw('}');
    return out;
  }

  private void timing(Timing timing) {
    out.raw(TIMING);
    out.number(timing.total());
    out.raw(CSMS);
    out.number(timing.csms());
    out.raw(CHARGER);
    out.number(timing.charger());
    out.raw(BRIDGE);
    out.number(timing.bridge());
    out.raw('}');
  }

  private static void lost(JsonBytes out, Lost lost) {
    out.raw(KIND);
    out.text(lost.kind());
    out.raw(FIELD);
    out.text(lost.field());
    out.raw(REASON);
    out.text(lost.reason());
    out.raw('}');
  }

  private static void wire(JsonBytes out, Wire wire, byte[] text) {
    out.raw(AT);
    out.number(wire.at());
    out.raw(WAY);
    out.text(wire.way().word());
    if (wire.answer()) {
      out.raw(ANSWER);
    }
    if (wire.status() != 0) {
      out.raw(STATUS);
      out.number(wire.status());
    }
    if (text.length > 0) {
      out.raw(TEXT);
      out.text(text);
    }
    if (wire.length() != 0) {
      out.raw(LENGTH);
      out.number(wire.length());
    }
    out.raw('}');
  }

  /** What is empty or zero is left out. */
  private void text(byte[] name, String text) {
    if (!text.isEmpty()) {
      out.raw(name);
      out.text(text);
    }
  }

  private void number(byte[] name, long number) {
    if (number != 0) {
      out.raw(name);
      out.number(number);
    }
  }

  private <T> void list(byte[] name, List<T> items, BiConsumer<JsonBytes, T> writer) {
    if (items.isEmpty()) {
      return;
    }
    out.raw(name);
    char before = '[';
    for (T item : items) {
      out.raw(before);
      writer.accept(out, item);
      before = ',';
    }
    out.raw(']');
  }
}
