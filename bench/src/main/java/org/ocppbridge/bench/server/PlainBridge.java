package org.ocppbridge.bench.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * A bridge to a 1.6J CSMS as one would write it from the manuals: the endpoint of {@link
 * CxfServer}, a WebSocket for each charger, and a worker thread that waits for each answer. The
 * beans become JSON by Jackson's own means. It has no store, no queue, and no second try.
 */
public final class PlainBridge {
  private static final Set<String> NUMBERS =
      Set.of("connectorId", "transactionId", "meterStart", "meterStop", "reservationId");
  private static final Map<String, String> NAMES =
      Map.of("values", "meterValue", "value", "sampledValue");
  private static final int SECONDS = 10;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, PlainLink> links = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> answers = FixedAnswers.all();
  private final URI csms;
  private final XnioWorker worker;

  private PlainBridge(URI csms) throws IOException {
    this.csms = csms;
    this.worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
  }

  /**
   * Serves until it is ended.
   *
   * @param args the port and the CSMS's URL
   */
  public static void main(String[] args) throws IOException {
    PlainBridge bridge = new PlainBridge(URI.create(args[1]));
    Services.publish(Integer.parseInt(args[0]), true, bridge::answer);
    System.out.println("ready");
  }

  private Object answer(String id, Object request) {
    PlainLink link = links.computeIfAbsent(id, fresh -> new PlainLink(worker, csms, fresh));
    String name = request.getClass().getSimpleName();
    String action = name.substring(0, name.length() - "Request".length());
    try {
      String payload = mapper.writeValueAsString(json(mapper.valueToTree(request)));
      String answer = link.call(action, payload).get(SECONDS, TimeUnit.SECONDS);
      ObjectNode tree = (ObjectNode) mapper.readTree(answer).get(2);
      if (tree.has("interval")) {
        tree.set("heartbeatInterval", tree.get("interval"));
      }
      Class<?> type = answers.get(request.getClass()).getClass();
      return FixedAnswers.MAPPER.treeToValue(tree, type);
    } catch (Exception e) {
      throw new IllegalStateException(action, e);
    }
  }

  /** What the generated beans spell otherwise than 1.6J: numbers, and the names of readings. */
  private JsonNode json(JsonNode bean) {
    if (bean.isArray()) {
      bean.forEach(this::json);
    }
    if (bean instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : Set.copyOf(object.properties())) {
        JsonNode value = json(field.getValue());
        if (value.isNull()) {
          object.remove(field.getKey());
        } else if (NUMBERS.contains(field.getKey())) {
          object.put(field.getKey(), value.asInt());
        } else if (value.isArray() && NAMES.containsKey(field.getKey())) {
          object.remove(field.getKey());
          object.set(NAMES.get(field.getKey()), value);
        }
      }
    }
    return bean;
  }
}
