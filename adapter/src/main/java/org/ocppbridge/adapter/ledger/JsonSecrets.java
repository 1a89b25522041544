package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Masks secrets in a frame: the value beside a {@code key} that names one (1.6), beside a {@code
 * variable} that does (2.0.1), and members that are named so themselves. Changes nothing else of
 * the text.
 */
final class JsonSecrets {
  private static final JsonFactory JSON = new JsonFactory();

  /** Stands for a frame that cannot be read, but has a word in it that goes with a secret. */
  static final String UNREADABLE = "(not valid JSON, and may hold a secret: not kept)";

  private static final class Frame {
    private final String name;
    private final Ranges values = new Ranges();
    private String key = "";
    private String variable = "";
    private String itsName = "";

    private Frame(String name) {
      this.name = name;
    }
  }

  private final Deque<Frame> open = new ArrayDeque<>();
  private final Ranges secret = new Ranges();

  private JsonSecrets() {}

  static String mask(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      return new JsonSecrets().found(parser).replaced(text, "\"" + Secrets.MASK + "\"");
    } catch (IOException broken) {
      return UNREADABLE;
    }
  }

  private Ranges found(JsonParser parser) throws IOException {
    open.push(new Frame(""));
    String name = "";
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case FIELD_NAME -> name = parser.currentName();
        case START_OBJECT, START_ARRAY -> {
          open.push(new Frame(name));
        }
        case END_OBJECT, END_ARRAY -> {
          end();
          name = open.peek().name;
        }
        default -> {
          if (token.isScalarValue()) {
            value(name, parser);
          }
        }
      }
    }
    return secret;
  }

  private void value(String name, JsonParser parser) throws IOException {
    String text = parser.getText();
    int begin = (int) parser.currentTokenLocation().getCharOffset();
    int end = (int) parser.currentLocation().getCharOffset();
    Frame frame = open.peek();
    if (Secrets.isSecret(name) || name.equals("key") && frame.name.equals("vpn")) {
      secret.add(begin, end);
    } else if (name.equals("key")) {
      frame.key = text;
    } else if (name.equals("name")) {
      frame.itsName = text;
    } else if (name.equals("value") || name.equals("attributeValue")) {
      frame.values.add(begin, end);
    } else if (isDocument(text) && !Secrets.inJson(text).equals(text)) {
      secret.add(begin, end);
    }
  }

  /** A document inside a text, as vendors put them into DataTransfer. */
  private static boolean isDocument(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private void end() {
    Frame frame = open.pop();
    Frame parent = open.peek();
    if (frame.name.equals("variable")) {
      parent.variable = frame.itsName;
    }
    if (Secrets.isSecret(frame.key) || Secrets.isSecret(frame.variable)) {
      secret.addAll(frame.values);
    } else {
      parent.values.addAll(frame.values);
    }
  }
}
