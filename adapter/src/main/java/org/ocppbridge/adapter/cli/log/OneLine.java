package org.ocppbridge.adapter.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/**
 * Keeps a log line one line: each run of control characters, with which a charger could forge
 * lines, becomes a blank, and blanks at the end go.
 */
public final class OneLine extends CompositeConverter<ILoggingEvent> {

  @Override
  protected String transform(ILoggingEvent event, String text) {
    return of(text);
  }

  /** The text on one line. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (breaks(text.charAt(i))) {
        return cleaned(text, i).stripTrailing();
      }
    }
    return text.stripTrailing();
  }

  private static String cleaned(String text, int from) {
    StringBuilder line = new StringBuilder(text.length()).append(text, 0, from);
    boolean wasBroken = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBroken = breaks(c);
      if (!isBroken) {
        line.append(c);
      } else if (!wasBroken) {
        line.append(' ');
      }
      wasBroken = isBroken;
    }
    return line.toString();
  }

  /** C0 and C1 control characters, and Unicode's own line ends. */
  private static boolean breaks(char c) {
    return c < ' ' || c >= 0x7f && c <= 0x9f || c == '\u2028' || c == '\u2029';
  }
}
