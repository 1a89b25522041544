package org.ocppbridge.mappings.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/**
 * One case. Every key that is not known is refused, so that no expectation is overlooked for its
 * spelling.
 *
 * @param path the file
 * @param version what the charger speaks
 * @param target what the CSMS speaks
 * @param now the time of all exchanges
 * @param fresh whether the charger was never heard; else it booted and was accepted
 * @param given exchanges before the one that is looked at
 * @param exchange the one that is looked at
 */
record CaseFile(
    Path path,
    SoapVersion version,
    Target target,
    Instant now,
    boolean fresh,
    List<Exchange> given,
    Exchange exchange) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String NOW = "2026-03-01T12:00:00Z";
  private static final Set<String> SETTING = Set.of("charger", "csms", "now", "fresh", "given");
  private static final Set<String> FROM_CHARGER =
      Set.of("soap", "json", "reply", "refused", "answer", "fault", "losses");
  private static final Set<String> FROM_CSMS =
      Set.of("call", "command", "charger answers", "result", "error", "json", "losses");

  /** A message and all that has to become of it. */
  sealed interface Exchange {

    /** CALLs that have to go to the CSMS, each an action with its payload. */
    List<Map.Entry<String, JsonNode>> json();

    /** Losses, each as {@code kind field}. */
    List<String> losses();
  }

  /**
   * The charger asks.
   *
   * @param soap the envelope, or the element in its body
   * @param reply payload of the CALLRESULT; empty: none in time
   * @param refused code of a CALLERROR instead
   * @param answer element in the body of the SOAP answer
   * @param fault name of the fault instead
   */
  record FromCharger(
      String soap,
      List<Map.Entry<String, JsonNode>> json,
      Optional<ObjectNode> reply,
      Optional<String> refused,
      Optional<String> answer,
      Optional<String> fault,
      List<String> losses)
      implements Exchange {}

  /**
   * The CSMS asks.
   *
   * @param action of the CALL
   * @param payload of the CALL
   * @param command element in the body sent to the charger; empty: nothing may be sent
   * @param chargerAnswers element in the body of its answer; empty: silence
   * @param result payload of the CALLRESULT
   * @param error code of a CALLERROR instead
   */
  record FromCsms(
      String action,
      ObjectNode payload,
      Optional<String> command,
      Optional<String> chargerAnswers,
      Optional<JsonNode> result,
      Optional<String> error,
      List<Map.Entry<String, JsonNode>> json,
      List<String> losses)
      implements Exchange {}

  /** Reads a file. */
  static CaseFile read(Path path) throws IOException {
    JsonNode root = YAML.readTree(path.toFile());
    try {
      List<Exchange> given = new ArrayList<>();
      root.path("given").forEach(node -> given.add(exchange(node, Set.of())));
      return new CaseFile(
          path,
          SoapVersion.of(root.path("charger").asText()),
          Target.of(root.path("csms").asText()),
          Instant.parse(root.path("now").asText(NOW)),
          root.path("fresh").asBoolean(),
          List.copyOf(given),
          exchange(root, SETTING));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static Exchange exchange(JsonNode node, Set<String> besides) {
    boolean charger = node.has("soap");
    if (charger == node.has("call")) {
      throw new IllegalArgumentException("an exchange has either soap or call");
    }
    refuseUnknown(node, charger ? FROM_CHARGER : FROM_CSMS, besides);
    return charger ? fromCharger(node) : fromCsms(node);
  }

  private static void refuseUnknown(JsonNode node, Set<String> known, Set<String> besides) {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    unknown.removeAll(besides);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown keys " + unknown);
    }
  }

  private static FromCharger fromCharger(JsonNode node) {
    return new FromCharger(
        node.path("soap").asText(),
        calls(node.path("json")),
        Optional.ofNullable((ObjectNode) node.get("reply")),
        text(node, "refused"),
        text(node, "answer"),
        text(node, "fault"),
        texts(node.path("losses")));
  }

  private static FromCsms fromCsms(JsonNode node) {
    Map.Entry<String, JsonNode> call = call(node.path("call"));
    return new FromCsms(
        call.getKey(),
        (ObjectNode) call.getValue(),
        text(node, "command"),
        text(node, "charger answers"),
        Optional.ofNullable(node.get("result")),
        text(node, "error"),
        calls(node.path("json")),
        texts(node.path("losses")));
  }

  private static List<Map.Entry<String, JsonNode>> calls(JsonNode list) {
    List<Map.Entry<String, JsonNode>> calls = new ArrayList<>();
    list.forEach(node -> calls.add(call(node)));
    return List.copyOf(calls);
  }

  private static Map.Entry<String, JsonNode> call(JsonNode node) {
    if (node.size() != 1) {
      throw new IllegalArgumentException("a CALL is one action with its payload, not " + node);
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    return Map.entry(only.getKey(), only.getValue());
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asText);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return List.copyOf(texts);
  }
}
