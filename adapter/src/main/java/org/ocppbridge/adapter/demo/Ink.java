package org.ocppbridge.adapter.demo;

/** ANSI colours, or none. */
public enum Ink {
  PLAIN(""),
  TITLE("1"),
  SOAP("36"),
  JSON("32"),
  ARROW("33"),
  GOOD("1;32"),
  BAD("1;31");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** The text in this colour, if colours are wanted. */
  public String on(String text, boolean colour) {
    return colour && !code.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
