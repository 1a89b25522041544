package org.ocppbridge.mappings.soap.envelope;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the few headers that matter, whatever their order, prefix and attributes. mustUnderstand is
 * not looked at: chargers put it on headers that say nothing (FF A15).
 */
final class Headers {

  /** Characters of a header at most; a longer one counts as missing. */
  static final int LENGTH_MAX = 2048;

  private static final String IDENTITY = "chargeBoxIdentity";

  private final List<Element> blocks;

  Headers(Optional<Element> header) {
    blocks = header.map(Element::children).orElse(List.of());
  }

  /** The WS-Addressing namespace in use: that of the first header that has one. */
  Optional<String> addressing() {
    return blocks.stream().map(Element::namespace).filter(Headers::isAddressing).findFirst();
  }

  /** The text of a WS-Addressing header; the first that says something. */
  Optional<String> text(String name) {
    return blocks(name).map(Element::deepText).filter(Headers::isUsable).findFirst();
  }

  /**
   * From: the text of its Address child, or its own where a charger leaves that out; the anonymous
   * address is none.
   */
  Optional<String> from() {
    return blocks("From")
        .map(
            from ->
                from.child("Address").map(Element::deepText).orElseGet(() -> from.text().strip()))
        .filter(Headers::isUsable)
        .findFirst()
        .filter(address -> !address.endsWith("/anonymous"));
  }

  /**
   * The identity; its header's name is case-insensitive (OCPP-S 1.6 §3.3) and in the field also
   * stands in other namespaces.
   */
  Optional<String> identity() {
    return blocks.stream()
        .filter(block -> block.name().equalsIgnoreCase(IDENTITY))
        .map(Element::deepText)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private Stream<Element> blocks(String name) {
    return blocks.stream()
        .filter(block -> block.name().equals(name) && isAddressing(block.namespace()));
  }

  /** 2005/08, 2004/08 and their drafts; the namespace as written is what the answer uses. */
  private static boolean isAddressing(String namespace) {
    return namespace.startsWith("http://www.w3.org/2005/08/addressing")
        || (namespace.startsWith("http://schemas.xmlsoap.org/ws/200")
            && namespace.contains("/addressing"));
  }

  private static boolean isUsable(String text) {
    return !text.isEmpty()
        && text.length() <= LENGTH_MAX
        && text.chars().noneMatch(Character::isISOControl);
  }
}
