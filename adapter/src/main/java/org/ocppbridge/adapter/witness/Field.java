package org.ocppbridge.adapter.witness;

/**
 * One field of a {@link Contract}.
 *
 * @param name name of the element, attribute or JSON member; {@code =} for the text of an XML
 *     element
 * @param attribute whether it is an XML attribute
 * @param required whether it has to be there
 * @param many whether it may be there more than once
 * @param mayBeEmpty whether it may be an empty list
 * @param type name of a scalar ({@code int}, {@code string20}, …), an enumeration or a structure
 */
record Field(
    String name,
    boolean attribute,
    boolean required,
    boolean many,
    boolean mayBeEmpty,
    String type) {

  /** Name of the field that is the text of its element. */
  static final String TEXT = "=";

  /** Reads the notation: {@code [@]name[?*+]:type}, or {@code ?+} before the colon. */
  static Field parse(String notation) {
    int colon = notation.indexOf(':');
    String name = notation.substring(0, colon);
    boolean attribute = name.startsWith("@");
    String mark = name.replaceFirst("^[^?*+]*", "");
    return new Field(
        name.substring(attribute ? 1 : 0, name.length() - mark.length()),
        attribute,
        mark.isEmpty() || mark.equals("+"),
        mark.endsWith("+") || mark.equals("*"),
        mark.equals("*"),
        notation.substring(colon + 1));
  }

  boolean isText() {
    return name.equals(TEXT);
  }

  boolean isElement() {
    return !attribute && !isText();
  }
}
