package org.ocppbridge.adapter.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets SOAP on the left and JSON on the right, with an arrow between them that says which way it
 * went.
 */
public final class TwoColumns {
  private static final String TO_JSON = " ──▶ ";
  private static final String TO_SOAP = " ◀── ";
  private static final String NOTHING = "     ";
  private static final String CONTINUED = "    ";

  private final int width;
  private final int column;
  private final boolean colour;

  public TwoColumns(int width, boolean colour) {
    this.width = width;
    this.column = (width - NOTHING.length()) / 2;
    this.colour = colour;
  }

  /** A line across the terminal with a title in it. */
  public String title(String left, String right, Ink ink) {
    String middle = "─".repeat(Math.max(2, width - left.length() - right.length() - 8));
    return ink.on("── " + left + " " + middle + " " + right + " ──", colour);
  }

  /**
   * Two texts side by side.
   *
   * @param toJson whether the SOAP text became the JSON text; else the other way round
   */
  public List<String> row(List<String> soap, List<String> json, boolean toJson) {
    List<String> left = wrap(soap);
    List<String> right = wrap(json);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String leftLine = i < left.size() ? left.get(i) : "";
      String rightLine = i < right.size() ? right.get(i) : "";
      boolean arrow = i == 0 && !right.isEmpty();
      String padding = " ".repeat(column - leftLine.length());
      lines.add(
          (Ink.SOAP.on(leftLine, colour)
                  + padding
                  + (arrow ? Ink.ARROW.on(toJson ? TO_JSON : TO_SOAP, colour) : NOTHING)
                  + Ink.JSON.on(rightLine, colour))
              .stripTrailing());
    }
    return lines;
  }

  private List<String> wrap(List<String> lines) {
    List<String> wrapped = new ArrayList<>();
    for (String raw : lines) {
      String line = printable(raw);
      String indent =
          " ".repeat(Math.min(column / 4, line.length() - line.stripLeading().length()))
              + CONTINUED;
      while (line.length() > column) {
        int cut = Character.isHighSurrogate(line.charAt(column - 1)) ? column - 1 : column;
        int blank = line.lastIndexOf(' ', cut);
        int at = blank > cut / 2 && !line.substring(0, blank).isBlank() ? blank + 1 : cut;
        wrapped.add(line.substring(0, at).stripTrailing());
        line = indent + line.substring(at);
      }
      wrapped.add(line);
    }
    return wrapped;
  }

  /** Control characters could move a terminal's cursor; texts come from the other end of a wire. */
  private static String printable(String line) {
    return line.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
