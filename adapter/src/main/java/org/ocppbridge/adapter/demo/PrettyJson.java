package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Lays a frame out in lines: the message's head on the first one, its payload below. */
public final class PrettyJson {
  private static final String INDENT = "  ";

  /** Most elements of a list that are shown, unless the whole is wanted: reports are long. */
  private static final int ELEMENTS_MAX = 4;

  private PrettyJson() {}

  /**
   * The lines of a frame.
   *
   * @param whole whether long lists are shown to their end
   */
  public static List<String> frame(JsonNode frame, boolean whole) {
    StringBuilder head = new StringBuilder("[");
    for (int i = 0; i < frame.size() - 1; i++) {
      head.append(frame.get(i)).append(", ");
    }
    List<String> lines = new ArrayList<>();
    append(lines, head.toString(), frame.get(frame.size() - 1), new Place(0, "]", whole));
    return lines;
  }

  /** Where a node stands, and what follows it on its last line. */
  private record Place(int depth, String after, boolean whole) {
    private Place inside(boolean last) {
      return new Place(depth + 1, last ? "" : ",", whole);
    }

    private String indent() {
      return INDENT.repeat(depth);
    }
  }

  private static void append(List<String> lines, String before, JsonNode node, Place place) {
    String indent = place.indent();
    if (!node.isContainerNode() || node.isEmpty()) {
      lines.add(indent + before + node + place.after());
      return;
    }
    boolean object = node.isObject();
    lines.add(indent + before + (object ? "{" : "["));
    if (object) {
      members(lines, node, place);
    } else {
      elements(lines, node, place);
    }
    lines.add(indent + (object ? "}" : "]") + place.after());
  }

  private static void members(List<String> lines, JsonNode node, Place place) {
    for (Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        members.hasNext(); ) {
      Map.Entry<String, JsonNode> member = members.next();
      append(
          lines,
          "\"" + member.getKey() + "\": ",
          member.getValue(),
          place.inside(!members.hasNext()));
    }
  }

  private static void elements(List<String> lines, JsonNode node, Place place) {
    int shown = place.whole() ? node.size() : Math.min(node.size(), ELEMENTS_MAX);
    for (int i = 0; i < shown; i++) {
      append(lines, "", node.get(i), place.inside(i == node.size() - 1));
    }
    if (shown < node.size()) {
      lines.add(place.inside(true).indent() + "… " + (node.size() - shown) + " more");
    }
  }
}
