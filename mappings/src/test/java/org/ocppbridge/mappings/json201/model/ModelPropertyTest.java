package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.HardWired.Tier;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.KeyValue;

/** Whatever the CSMS asks and whatever the charger says: valid answers with as many results. */
class ModelPropertyTest {

  private static final Map<String, List<String>> LISTS =
      Map.of(
          "GetVariables", List.of("getVariableData", "getVariableResult"),
          "SetVariables", List.of("setVariableData", "setVariableResult"),
          "SetVariableMonitoring", List.of("setMonitoringData", "setMonitoringResult"));

  private static final List<String> NAMES =
      VariableTable.ROWS.stream()
          .flatMap(r -> java.util.stream.Stream.of(r.component(), r.variable(), r.instance()))
          .distinct()
          .toList();

  @Property(tries = 300)
  void asManyResultsAsItems(
      @ForAll SoapVersion version,
      @ForAll("actions") String action,
      @ForAll("items") List<ObjectNode> items,
      @ForAll("chargers") String said,
      @ForAll boolean fails,
      @ForAll Why why,
      @ForAll ConfigurationStatus status) {
    Charger charger = new Charger(version);
    charger.play.charger(
        GetConfiguration.FROM_CSMS,
        new GetConfiguration.Answer(
            List.of(
                new KeyValue(said, null, said),
                new KeyValue(null, true, null),
                new KeyValue("StopTxnSampledData", false, said),
                new KeyValue("ConnectorPhaseRotation", false, said),
                new KeyValue("LocalAuthListMaxLength", true, said)),
            List.of(said)));
    charger.set = status;
    if (fails) {
      charger.play.chargerFails(GetConfiguration.FROM_CSMS, why);
      charger.play.chargerFails(ChangeConfiguration.FROM_CSMS, why);
    }
    ObjectNode payload = Json.object();
    ArrayNode list = payload.putArray(LISTS.get(action).getFirst());
    items.forEach(item -> list.add(fitting(action, item)));
    CsmsAnswer answer = charger.play.call(action, payload.toString());
    assertThat(answer).isInstanceOf(CsmsAnswer.Result.class);
    assertThat(((CsmsAnswer.Result) answer).payload().get(LISTS.get(action).getLast()))
        .hasSize(items.size());
  }

  @Property(tries = 100)
  void everyReportIsValid(
      @ForAll SoapVersion version,
      @ForAll("items") List<ObjectNode> items,
      @ForAll("chargers") String said) {
    Charger charger = new Charger(version).key(said.isEmpty() ? "k" : said, said);
    ObjectNode payload = Json.object().put("requestId", 1);
    ArrayNode names = payload.putArray("componentVariable");
    items.forEach(item -> names.add(item.deepCopy().retain(List.of("component", "variable"))));
    charger.report("GetReport", payload.toString());
    charger.report("GetMonitoringReport", payload.toString());
    charger.report("GetBaseReport", "{\"requestId\":1,\"reportBase\":\"FullInventory\"}");
  }

  private static ObjectNode fitting(String action, ObjectNode item) {
    ObjectNode copy = item.deepCopy();
    return switch (action) {
      case "GetVariables" -> copy.retain(List.of("component", "variable", "attributeType"));
      case "SetVariables" ->
          copy.retain(List.of("component", "variable", "attributeType", "attributeValue"));
      default -> copy.without(List.of("attributeType", "attributeValue"));
    };
  }

  @Provide
  Arbitrary<String> actions() {
    return Arbitraries.of(LISTS.keySet().stream().sorted().toList());
  }

  @Provide
  Arbitrary<String> chargers() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "5", "-1", "true", "Voltage.L1,,Temperature", "0.RST,1", "99999999999"),
        Arbitraries.strings().ofMaxLength(60));
  }

  @Provide
  Arbitrary<List<ObjectNode>> items() {
    Arbitrary<ObjectNode> known = Arbitraries.of(VariableTable.ROWS).map(ModelPropertyTest::item);
    Arbitrary<String> name = Arbitraries.of(NAMES);
    Arbitrary<ObjectNode> mixed =
        Combinators.combine(name, name, Arbitraries.integers().between(-1, 3))
            .as(ModelPropertyTest::mixed);
    Arbitrary<String> values =
        Arbitraries.of("", "0", "1", "-5", "true", "Voltage", "RST", "x".repeat(1000), "1e5", "é");
    Arbitrary<ObjectNode> named = Arbitraries.oneOf(known, mixed);
    return Combinators.combine(
            named,
            values,
            Arbitraries.of("Delta", "UpperThreshold", "Periodic"),
            Arbitraries.integers().between(-1, 10),
            Arbitraries.of("Actual", "Target"))
        .as(
            (item, value, type, number, attribute) ->
                item.deepCopy()
                    .put("attributeValue", value)
                    .put("attributeType", attribute)
                    .put("type", type)
                    .put("severity", number)
                    .put("value", number * 10))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static ObjectNode item(Definition row) {
    ObjectNode item = Json.object();
    ObjectNode component = item.putObject("component").put("name", row.component());
    if (row.tier() != Tier.STATION) {
      ObjectNode evse = component.putObject("evse").put("id", 1);
      if (row.tier() == Tier.CONNECTOR) {
        evse.put("connectorId", 1);
      }
    }
    ObjectNode variable = item.putObject("variable").put("name", row.variable());
    if (!row.instance().isEmpty()) {
      variable.put("instance", row.instance());
    }
    return item;
  }

  private static ObjectNode mixed(String component, String variable, int evse) {
    ObjectNode item = Json.object();
    item.putObject("component").put("name", component).putObject("evse").put("id", evse);
    item.putObject("variable").put("name", variable).put("instance", component);
    return item;
  }
}
