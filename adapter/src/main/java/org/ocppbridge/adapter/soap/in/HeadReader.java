package org.ocppbridge.adapter.soap.in;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the requests on one connection and rewrites their heads before Undertow parses them.
 * Undertow refuses HTTP/1.1 without a Host header or with an odd one, which small HTTP stacks send
 * (FF H17); the bridge has no use for Host, so every head gets the same one. A head that two
 * readers may take for different things (see {@link Framing}) is marked to be the last on its
 * connection, and so is a chunked one.
 *
 * <p>Not safe for use by several threads.
 */
final class HeadReader {

  /** Bytes of a head at most; a longer one is passed on as it is, and is the last. */
  static final int HEAD_MAX = 8 * 1024;

  private static final String HOST = "Host: bridge\r\n";
  private static final String LAST = "Connection: close\r\n";

  private static final Pattern HEADER = Pattern.compile("[^\\s:]+:.*");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern LINE_END = Pattern.compile("\r?\n");

  private ByteArrayOutputStream head = fresh();
  private long bodyLeft;
  private boolean passing;
  private int lineLength;

  /**
   * Takes bytes from the wire and gives those that may be passed on; none while a head is not
   * complete.
   */
  byte[] read(byte[] wire, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + HOST.length() + LAST.length());
    int i = 0;
    while (i < length) {
      if (passing) {
        out.write(wire, i, length - i);
        i = length;
      } else if (bodyLeft > 0) {
        int part = (int) Math.min(bodyLeft, length - i);
        out.write(wire, i, part);
        bodyLeft -= part;
        i += part;
      } else {
        i = head(wire, i, length, out);
      }
    }
    return out.toByteArray();
  }

  /** Not used again for the next head: most connections wait, and there may be thousands. */
  private static ByteArrayOutputStream fresh() {
    return new ByteArrayOutputStream(32);
  }

  /** Takes bytes up to the end of the head, if that has come; returns the place behind them. */
  private int head(byte[] wire, int from, int length, ByteArrayOutputStream out) {
    int begin = head.size() == 0 ? behindLineEnds(wire, from, length) : from;
    int most = Math.min(length, begin + HEAD_MAX - head.size());
    int i = begin;
    boolean complete = false;
    while (i < most && !complete) {
      byte b = wire[i++];
      if (b == '\n') {
        complete = lineLength == 0;
        lineLength = 0;
      } else if (b != '\r') {
        lineLength++;
      }
    }
    head.write(wire, begin, i - begin);
    if (complete) {
      complete(out);
    } else if (head.size() >= HEAD_MAX) {
      passing = true;
      out.writeBytes(head.toByteArray());
      head = fresh();
    }
    return i;
  }

  /** RFC 9112 §2.2: some send a line end too many behind a body. */
  private static int behindLineEnds(byte[] wire, int from, int length) {
    int i = from;
    while (i < length && (wire[i] == '\r' || wire[i] == '\n')) {
      i++;
    }
    return i;
  }

  private void complete(ByteArrayOutputStream out) {
    String text = head.toString(StandardCharsets.ISO_8859_1);
    head = fresh();
    List<String> lines = new ArrayList<>(List.of(LINE_END.split(text.strip())));
    String requestLine = lines.removeFirst();
    passing = isOdd(text, lines);
    bodyLeft = passing ? 0 : length(lines);
    StringBuilder rewritten = new StringBuilder(requestLine).append("\r\n").append(HOST);
    lines.removeIf(line -> is(line, "host") || (passing && is(line, "connection")));
    lines.forEach(line -> rewritten.append(line).append("\r\n"));
    rewritten.append(passing ? LAST : "").append("\r\n");
    out.writeBytes(rewritten.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Anything that is not plain: then nothing behind this request is looked at as a request. */
  private static boolean isOdd(String text, List<String> lines) {
    int lengths = 0;
    Matcher header = HEADER.matcher("");
    for (String line : lines) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (folded || !header.reset(line).matches() || is(line, "transfer-encoding")) {
        return true;
      }
      if (is(line, "content-length")) {
        lengths++;
        if (lengths > 1 || !LENGTH.matcher(value(line)).matches()) {
          return true;
        }
      }
    }
    return hasBareLineEnds(text);
  }

  /** Whether there is half of a line end, or a NUL. */
  private static boolean hasBareLineEnds(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean halfBefore = c == '\n' && (i == 0 || text.charAt(i - 1) != '\r');
      boolean halfBehind = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (c == 0 || halfBefore || halfBehind) {
        return true;
      }
    }
    return false;
  }

  private static long length(List<String> lines) {
    for (String line : lines) {
      if (is(line, "content-length")) {
        return Long.parseLong(value(line));
      }
    }
    return 0;
  }

  private static boolean is(String line, String name) {
    return line.regionMatches(true, 0, name, 0, name.length())
        && line.startsWith(":", name.length());
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
