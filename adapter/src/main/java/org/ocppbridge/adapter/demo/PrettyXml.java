package org.ocppbridge.adapter.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays an envelope out in lines without changing a character of its tags and texts. */
public final class PrettyXml {
  private static final Pattern TOKEN = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|[^<]+");
  private static final Pattern BODY =
      Pattern.compile("<(?:\\w+:)?Body[^>]*>(.*)</(?:\\w+:)?Body>", Pattern.DOTALL);
  private static final String INDENT = "  ";

  private PrettyXml() {}

  /** The whole document. */
  public static List<String> whole(String document) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(document);
    while (matcher.find()) {
      String token = matcher.group().strip();
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return lines(tokens);
  }

  /** Only what is in the body; the whole document if it has none. */
  public static List<String> body(String document) {
    Matcher matcher = BODY.matcher(document);
    return whole(matcher.find() ? matcher.group(1) : document);
  }

  private static List<String> lines(List<String> tokens) {
    List<String> lines = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.startsWith("</")) {
        depth = Math.max(0, depth - 1);
        lines.add(INDENT.repeat(depth) + token);
      } else if (isStart(token)) {
        int end = endOfLeaf(tokens, i);
        lines.add(INDENT.repeat(depth) + String.join("", tokens.subList(i, end + 1)));
        depth += end == i ? 1 : 0;
        i = end;
      } else {
        lines.add(INDENT.repeat(depth) + token);
      }
    }
    return lines;
  }

  private static boolean isStart(String token) {
    return token.startsWith("<")
        && !token.startsWith("<?")
        && !token.startsWith("<!")
        && !token.endsWith("/>");
  }

  /**
   * Index of the end tag, if the element that starts here holds a text only; else the index itself.
   */
  private static int endOfLeaf(List<String> tokens, int start) {
    if (start + 1 < tokens.size() && tokens.get(start + 1).startsWith("</")) {
      return start + 1;
    }
    boolean leaf =
        start + 2 < tokens.size()
            && !tokens.get(start + 1).startsWith("<")
            && tokens.get(start + 2).startsWith("</");
    return leaf ? start + 2 : start;
  }
}
