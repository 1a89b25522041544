package org.ocppbridge.bench.report;

import java.util.Locale;
import java.util.Map;

/** A plot of bars, each with the spread of its rounds, as SVG. */
public final class Bars {
  private static final int WIDTH = 760;
  private static final int LABEL = 220;
  private static final int NUMBER = 90;
  private static final int ROW = 28;
  private static final int TOP = 40;

  private Bars() {}

  /**
   * Draws it.
   *
   * @param title with the unit
   * @param bars from top to bottom
   */
  public static String svg(String title, Map<String, Spread> bars) {
    double most = bars.values().stream().mapToDouble(Spread::most).max().orElse(1);
    double scale = (WIDTH - LABEL - NUMBER) / Math.max(most, 1e-9);
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="10" y="22" font-weight="bold">%s</text>
        """
            .formatted(WIDTH, TOP + ROW * bars.size() + 10, escaped(title)));
    int y = TOP;
    for (Map.Entry<String, Spread> bar : bars.entrySet()) {
      out.append(bar(y, bar.getKey(), bar.getValue(), scale));
      y += ROW;
    }
    return out.append("</svg>\n").toString();
  }

  private static String bar(int y, String name, Spread spread, double scale) {
    int middle = y + 11;
    long most = LABEL + Math.round(spread.most() * scale);
    return """
        <text x="%d" y="%d" text-anchor="end">%s</text>
        <rect x="%d" y="%d" width="%d" height="18" fill="#4a78a8"/>
        <line x1="%d" x2="%d" y1="%d" y2="%d" stroke="black"/>
        <text x="%d" y="%d">%s</text>
        """
        .formatted(
            LABEL - 8,
            middle + 5,
            escaped(name),
            LABEL,
            y + 2,
            Math.round(spread.median() * scale),
            LABEL + Math.round(spread.least() * scale),
            most,
            middle,
            middle,
            most + 6,
            middle + 5,
            number(spread.median()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
