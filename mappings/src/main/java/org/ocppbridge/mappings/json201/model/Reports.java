package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;

/** Reports that are too long for one message: numbered from 0, {@code tbc} on all but the last. */
final class Reports {

  /** Most entries of one message (MR B8). */
  private static final int PAGE = 20;

  private Reports() {}

  /**
   * A report.
   *
   * @param list the field its entries stand in; an empty report is no message
   */
  static List<Message> pages(
      String action, int requestId, String list, List<ObjectNode> entries, ChargerView view) {
    List<Message> messages = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += PAGE) {
      int to = Math.min(from + PAGE, entries.size());
      ArrayNode page = Json.MAPPER.createArrayNode().addAll(entries.subList(from, to));
      ObjectNode payload =
          Json.object()
              .put("requestId", requestId)
              .put("generatedAt", Times.write(view.now()))
              .put("seqNo", messages.size())
              .put("tbc", to < entries.size());
      payload.set(list, page);
      messages.add(Message.once(action, payload));
    }
    return messages;
  }

  /** An entry of a NotifyReport (B07). */
  static ObjectNode entry(Placed variable) {
    ObjectNode entry = Json.object();
    entry.set("component", Json.tree(ComponentRef.of(variable.path())));
    entry.set("variable", Json.tree(VariableRef.of(variable.path())));
    entry.putArray("variableAttribute").add(attribute(variable));
    entry.set("variableCharacteristics", characteristics(variable));
    return entry;
  }

  private static ObjectNode attribute(Placed variable) {
    Mutability mutability = variable.mutability();
    ObjectNode attribute = Json.object().put("type", AttributeType.ACTUAL.wire());
    if (mutability != Mutability.WO) {
      attribute.put("value", Views.cut(variable.value().orElse("")));
    }
    return attribute
        .put("mutability", mutability.wire())
        .put("persistent", mutability != Mutability.RO)
        .put("constant", variable.definition().source() instanceof Source.Fixed);
  }

  private static ObjectNode characteristics(Placed variable) {
    ObjectNode about = Json.object();
    if (!variable.definition().unit().isEmpty()) {
      about.put("unit", variable.definition().unit());
    }
    about.put("dataType", variable.type().wire());
    variable.min().ifPresent(min -> about.put("minLimit", min));
    variable.max().ifPresent(max -> about.put("maxLimit", max));
    if (!variable.values().isEmpty()) {
      about.put("valuesList", variable.values());
    }
    return about.put("supportsMonitoring", variable.supportsMonitoring());
  }
}
