package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.play.Play;

/** A charger with configuration keys, at a 2.0.1 CSMS that has accepted it. */
final class Charger {

  final Play play;
  final Map<String, String> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final Set<String> readonly = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  ConfigurationStatus set = ConfigurationStatus.ACCEPTED;

  Charger(SoapVersion version) {
    play = new Play(version, new Json201());
    var boot =
        new BootNotification.Request("Vendor", "Model", null, null, "1.0", null, null, null, null);
    play.state =
        play.state.apply(
            List.of(
                new RegistrationChange.Booted(boot, play.now),
                new RegistrationChange.Answered(RegistrationStatus.ACCEPTED, 300, play.now)));
    play.chargerAnswers(GetConfiguration.FROM_CSMS, this::get);
    play.chargerAnswers(
        ChangeConfiguration.FROM_CSMS,
        request -> {
          boolean taken =
              set == ConfigurationStatus.ACCEPTED || set == ConfigurationStatus.REBOOT_REQUIRED;
          if (taken) {
            keys.put(request.key(), request.value());
          }
          return new ChangeConfiguration.Answer(set);
        });
  }

  Charger key(String key, String value) {
    keys.put(key, value);
    return this;
  }

  private GetConfiguration.Answer get(GetConfiguration.Request request) {
    List<KeyValue> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String key : request.key().isEmpty() ? List.copyOf(keys.keySet()) : request.key()) {
      if (keys.containsKey(key)) {
        known.add(new KeyValue(key, readonly.contains(key), keys.get(key)));
      } else {
        unknown.add(key);
      }
    }
    return new GetConfiguration.Answer(known, unknown);
  }

  /** A component and a variable from {@code EVSE/1.Power}, {@code C.V[instance]}. */
  static String names(String path) {
    int dot = path.indexOf('.');
    String[] place = path.substring(0, dot).split("/");
    String rest = path.substring(dot + 1);
    int bracket = rest.indexOf('[');
    String evse =
        place.length == 1
            ? ""
            : ",\"evse\":{\"id\":"
                + place[1]
                + (place.length == 3 ? ",\"connectorId\":" + place[2] : "")
                + "}";
    String instance =
        bracket < 0
            ? ""
            : ",\"instance\":\"" + rest.substring(bracket + 1, rest.length() - 1) + "\"";
    return "\"component\":{\"name\":\"%s\"%s},\"variable\":{\"name\":\"%s\"%s}"
        .formatted(place[0], evse, bracket < 0 ? rest : rest.substring(0, bracket), instance);
  }

  /** What the CSMS reads; the status if that is not Accepted. */
  String read(String path) {
    JsonNode result = get(path).get("getVariableResult").get(0);
    String status = result.get("attributeStatus").asText();
    String reason = result.at("/attributeStatusInfo/reasonCode").asText();
    return status.equals("Accepted")
        ? result.get("attributeValue").asText()
        : (status + " " + reason).strip();
  }

  ObjectNode get(String... paths) {
    List<String> items = new ArrayList<>();
    for (String path : paths) {
      items.add("{" + names(path) + "}");
    }
    return result("GetVariables", "{\"getVariableData\":[" + String.join(",", items) + "]}");
  }

  /** Sets one variable. */
  String write(String path, String value) {
    return writeAll(Map.of(path, value)).getFirst();
  }

  /** Sets variables in order; the statuses with their reasons. */
  List<String> writeAll(Map<String, String> values) {
    List<String> items = new ArrayList<>();
    values.forEach(
        (path, value) -> items.add("{\"attributeValue\":\"%s\",%s}".formatted(value, names(path))));
    JsonNode results =
        result("SetVariables", "{\"setVariableData\":[" + String.join(",", items) + "]}")
            .get("setVariableResult");
    return StreamSupport.stream(results.spliterator(), false)
        .map(
            r ->
                (r.get("attributeStatus").asText()
                        + " "
                        + r.at("/attributeStatusInfo/reasonCode").asText())
                    .strip())
        .toList();
  }

  ObjectNode result(String action, String json) {
    return ((CsmsAnswer.Result) play.call(action, json)).payload();
  }

  /** All reported entries by path, after checking the numbers of the messages. */
  Map<String, JsonNode> report(String action, String json) {
    play.sent.clear();
    play.call(action, json);
    play.passes(Duration.ofSeconds(1));
    String list = action.equals("GetMonitoringReport") ? "monitor" : "reportData";
    Map<String, JsonNode> entries = new TreeMap<>();
    int pages = (int) play.sent.stream().filter(s -> s.payload().has(list)).count();
    for (int i = 0; i < pages; i++) {
      ObjectNode payload = play.sent.get(i).payload();
      if (payload.get("seqNo").asInt() != i
          || payload.get("tbc").asBoolean() != i < pages - 1
          || payload.get(list).size() > 20) {
        throw new AssertionError("page " + i + " of " + pages + ": " + payload);
      }
      for (JsonNode entry : payload.get(list)) {
        if (entries.put(path(entry), entry) != null) {
          throw new AssertionError("twice: " + entry);
        }
      }
    }
    return entries;
  }

  static String path(JsonNode entry) {
    JsonNode evse = entry.at("/component/evse");
    return entry.at("/component/name").asText()
        + (evse.has("id") ? "/" + evse.get("id") : "")
        + (evse.has("connectorId") ? "/" + evse.get("connectorId") : "")
        + "."
        + entry.at("/variable/name").asText()
        + (entry.at("/variable").has("instance")
            ? "[" + entry.at("/variable/instance").asText() + "]"
            : "");
  }
}
