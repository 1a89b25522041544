package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Lays a frame out in lines: the message's head on the first one, its payload below. */
final class PrettyJson {
  private static final String INDENT = "  ";

  private PrettyJson() {}

  static List<String> frame(JsonNode frame) {
    StringBuilder head = new StringBuilder("[");
    for (int i = 0; i < frame.size() - 1; i++) {
      head.append(frame.get(i)).append(", ");
    }
    List<String> lines = new ArrayList<>();
    append(lines, head.toString(), frame.get(frame.size() - 1), 0, "]");
    return lines;
  }

  private static void append(
      List<String> lines, String before, JsonNode node, int depth, String after) {
    String indent = INDENT.repeat(depth);
    if (!node.isContainerNode() || node.isEmpty()) {
      lines.add(indent + before + node + after);
      return;
    }
    boolean object = node.isObject();
    lines.add(indent + before + (object ? "{" : "["));
    if (object) {
      for (Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
          members.hasNext(); ) {
        Map.Entry<String, JsonNode> member = members.next();
        append(
            lines,
            "\"" + member.getKey() + "\": ",
            member.getValue(),
            depth + 1,
            members.hasNext() ? "," : "");
      }
    } else {
      for (Iterator<JsonNode> elements = node.iterator(); elements.hasNext(); ) {
        append(lines, "", elements.next(), depth + 1, elements.hasNext() ? "," : "");
      }
    }
    lines.add(indent + (object ? "}" : "]") + after);
  }
}
