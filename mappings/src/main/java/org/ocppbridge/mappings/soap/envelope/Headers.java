package org.ocppbridge.mappings.soap.envelope;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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
    return first(block -> true, Element::namespace, Headers::isAddressing);
  }

  /** The text of a WS-Addressing header; the first that says something. */
  Optional<String> text(String name) {
    return first(block -> isAddressing(block, name), Element::deepText, Headers::isUsable);
  }

  /**
   * From: the text of its Address child, or its own where a charger leaves that out; the anonymous
   * address is none.
   */
  Optional<String> from() {
    return first(block -> isAddressing(block, "From"), Headers::address, Headers::isUsable)
        .filter(address -> !address.endsWith("/anonymous"));
  }

  /**
   * The identity; its header's name is case-insensitive (OCPP-S 1.6 §3.3) and in the field also
   * stands in other namespaces.
   */
  Optional<String> identity() {
    return first(
        block -> block.name().equalsIgnoreCase(IDENTITY),
        Element::deepText,
        text -> !text.isEmpty());
  }

  /** The first usable text of the headers that are wanted. */
  private Optional<String> first(
      Predicate<Element> wanted, Function<Element, String> read, Predicate<String> usable) {
    for (Element block : blocks) {
      String text = wanted.test(block) ? read.apply(block) : null;
      if (text != null && usable.test(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static String address(Element from) {
    return from.child("Address").map(Element::deepText).orElseGet(() -> from.text().strip());
  }

  private static boolean isAddressing(Element block, String name) {
    return block.name().equals(name) && isAddressing(block.namespace());
  }

  /** 2005/08, 2004/08 and their drafts; the namespace as written is what the answer uses. */
  private static boolean isAddressing(String namespace) {
    return namespace.startsWith("http://www.w3.org/2005/08/addressing")
        || (namespace.startsWith("http://schemas.xmlsoap.org/ws/200")
            && namespace.contains("/addressing"));
  }

  private static boolean isUsable(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
