package org.ocppbridge.adapter.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in an envelope: the {@code value} beside a {@code key} that names one
 * (ChangeConfiguration, GetConfiguration), and elements that are named so themselves. Works on the
 * text as it came, whole or broken, and changes nothing else of it.
 */
final class SoapSecrets {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!\\[CDATA\\[(?<data>.*?)(?:]]>|$)|<[!?].*?(?:>|$)"
              + "|</(?:[^\\s<>:]+:)?(?<end>[^\\s<>:]+)\\s*>"
              + "|<(?:[^\\s<>:/]+:)?(?<start>[^\\s<>:/]+)[^<>]*?(?<empty>/?)>"
              + "|(?<text>[^<]+)",
          Pattern.DOTALL);

  /** Deepest nesting that is followed. */
  private static final int DEPTH_MAX = 200;

  private static final class Frame {
    private final String name;
    private final StringBuilder text = new StringBuilder(0);
    private final Ranges own = new Ranges();
    private final Ranges values = new Ranges();
    private String key = "";

    private Frame(String name) {
      this.name = name;
    }
  }

  private final Deque<Frame> open = new ArrayDeque<>();
  private final Ranges secret = new Ranges();

  private SoapSecrets() {}

  static String mask(String text) {
    return new SoapSecrets().found(text).replaced(text, Secrets.MASK);
  }

  private Ranges found(String text) {
    open.push(new Frame(""));
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if (token.group("text") != null) {
        text(text, token.start(), token.end());
      } else if (token.group("data") != null) {
        text(text, token.start("data"), token.end("data"));
      } else if (token.group("end") != null) {
        end();
      } else if (token.group("start") != null
          && token.group("empty").isEmpty()
          && open.size() < DEPTH_MAX) {
        open.push(new Frame(token.group("start")));
      }
    }
    while (open.size() > 1) {
      end();
    }
    settle(open.peek());
    return secret;
  }

  private void text(String text, int begin, int end) {
    if (!text.substring(begin, end).isBlank()) {
      open.peek().own.add(begin, end);
      open.peek().text.append(text, begin, end);
    }
  }

  private void end() {
    if (open.size() < 2) {
      return;
    }
    Frame frame = open.pop();
    Frame parent = open.peek();
    if (frame.name.equalsIgnoreCase("key")) {
      parent.key = frame.text.toString().strip();
    } else if (frame.name.equalsIgnoreCase("value")) {
      parent.values.addAll(frame.own);
    } else if (Secrets.isSecret(frame.name)) {
      secret.addAll(frame.own);
    }
    settle(frame);
  }

  private void settle(Frame frame) {
    if (Secrets.isSecret(frame.key)) {
      secret.addAll(frame.values);
    }
  }
}
