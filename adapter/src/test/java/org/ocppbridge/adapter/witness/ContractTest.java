package org.ocppbridge.adapter.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation.Kind;

class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "soap-1.2,9,9",
    "soap-1.5,10,15",
    "soap-1.6,10,19",
    "ocpp1.6j,14,26",
    "ocpp2.0.1,25,40"
  })
  void everyMessageIsInTheTable(String table, int asked, int commands) {
    Contract contract = Contract.load(table);
    assertThat(contract.actions(Side.Cs)).hasSize(asked);
    assertThat(contract.actions(Side.Cp)).hasSize(commands);
  }

  /**
   * Compares each field of each SOAP message with the catalogue made from the published contracts.
   */
  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.5", "1.6"})
  void theSoapTablesSayWhatTheCatalogueSays(String version) throws Exception {
    JsonNode sides = catalogue().path("soap").path(version);
    Contract contract = Contract.load("soap-" + version);
    for (Side side : Side.values()) {
      for (JsonNode operation : sides.path(side.name()).path("operations")) {
        String name = operation.path("name").asText();
        assertThat(paths(contract, contract.request(side, name).orElseThrow()))
            .as(name)
            .isEqualTo(paths(operation.path("request")));
        assertThat(paths(contract, contract.response(side, name).orElseThrow()))
            .as(name)
            .isEqualTo(paths(operation.path("response")));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1.6,ocpp1.6j", "1.6-security,ocpp1.6j", "2.0.1,ocpp2.0.1"})
  void theJsonTableSaysWhatTheCatalogueSays(String family, String table) throws Exception {
    Contract contract = Contract.load(table);
    for (Map.Entry<String, JsonNode> message :
        catalogue().path("json").path(family).path("messages").properties()) {
      String name = message.getKey();
      for (Side side : Side.values()) {
        if (contract.actions(side).contains(name)) {
          assertThat(paths(contract, contract.request(side, name).orElseThrow()))
              .as(name)
              .isEqualTo(paths(message.getValue().path("request")));
          assertThat(paths(contract, contract.response(side, name).orElseThrow()))
              .as(name)
              .isEqualTo(paths(message.getValue().path("response")));
        }
      }
    }
  }

  private static JsonNode catalogue() throws Exception {
    Optional<Path> shared = sharedFolder();
    if (shared.isEmpty()) {
      System.out.println(
          "skipped: no folder shared/ocpp beside the checkout, so there is no catalogue to compare with");
    }
    assumeTrue(shared.isPresent());
    return JSON.readTree(shared.get().resolve("catalogue.json").toFile());
  }

  private static Optional<Path> sharedFolder() {
    String named = System.getProperty("shared.dir");
    if (named != null) {
      return Optional.of(Path.of(named, "ocpp")).filter(Files::isDirectory);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("shared/ocpp"))) {
        return Optional.of(folder.resolve("shared/ocpp"));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> paths(JsonNode message) {
    Map<String, String> paths = new TreeMap<>();
    for (JsonNode field : message.path("fields")) {
      boolean many = field.path("max").asInt(2) != 1;
      Set<String> words = new TreeSet<>();
      field.path("enum").forEach(word -> words.add(word.asText()));
      String limit =
          field.path("base").asText().equals("string") && field.has("maxLength")
              ? field.path("maxLength").asText()
              : "";
      String path = field.path("path").asText().replace("[]", "").replace("@", ".@");
      paths.put(
          path,
          cardinality(field.path("min").asInt() > 0, many)
              + limit
              + (words.isEmpty() ? "" : words));
    }
    return paths;
  }

  private static Map<String, String> paths(Contract contract, List<Field> fields) {
    Map<String, String> paths = new TreeMap<>();
    collect(contract, fields, "", paths);
    return paths;
  }

  private static void collect(
      Contract contract, List<Field> fields, String prefix, Map<String, String> paths) {
    for (Field field : fields) {
      if (field.isText()) {
        continue;
      }
      Set<String> words = contract.enumeration(field.type());
      String limit =
          field.type().matches("string\\d+") ? field.type().substring("string".length()) : "";
      String path = prefix + (field.attribute() ? "@" : "") + field.name();
      paths.put(
          path,
          cardinality(field.required(), field.many())
              + limit
              + (words == null ? "" : new TreeSet<>(words)));
      if (contract.structure(field.type()) != null) {
        collect(contract, contract.structure(field.type()), path + ".", paths);
      }
    }
  }

  private static String cardinality(boolean required, boolean many) {
    return (required ? "1" : "0") + (many ? "..* " : "..1 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<r xmlns='n'><connectorId>1</connectorId><type>Operative</type></r>|",
        "<r xmlns='n'><type>Operative</type><connectorId>1</connectorId></r>|FORMATION",
        "<r xmlns='n'><connectorId>1</connectorId></r>|OCCURRENCE",
        "<r xmlns='n'><connectorId>1</connectorId><connectorId>1</connectorId><type>Operative</type></r>|OCCURRENCE",
        "<r xmlns='n'><connectorId>1.5</connectorId><type>Operative</type></r>|TYPE",
        "<r xmlns='n'><connectorId>1</connectorId><type>operative</type></r>|VALUE",
        "<r xmlns='n'><connectorId>1</connectorId><type xmlns=''>Operative</type></r>|FORMATION",
        "<r xmlns='n'><connectorId>1</connectorId><type>Operative</type><x/></r>|FORMATION"
      })
  void aBodyIsJudged(String document, Kind expected) throws Exception {
    String named =
        document
            .replace("<r ", "<changeAvailabilityRequest ")
            .replace("</r>", "</changeAvailabilityRequest>");
    Xml body = Xml.parse(named.getBytes(StandardCharsets.UTF_8));
    List<Kind> kinds = new ArrayList<>();
    new XmlCheck(Contract.load("soap-1.6"))
        .request(Side.Cp, "ChangeAvailability", body)
        .forEach(deviation -> kinds.add(deviation.kind()));
    assertThat(kinds).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void attributesOfMeterValuesAreJudged() throws Exception {
    String document =
        "<meterValuesRequest xmlns='n'><connectorId>1</connectorId><values><timestamp>2026-01-01T00:00:00Z</timestamp>"
            + "<value unit='Ampere' measurand='Voltage'>1</value></values></meterValuesRequest>";
    Xml body = Xml.parse(document.getBytes(StandardCharsets.UTF_8));
    assertThat(new XmlCheck(Contract.load("soap-1.5")).request(Side.Cs, "MeterValues", body))
        .singleElement()
        .asString()
        .startsWith("meterValuesRequest.values.value@unit: 'Ampere' is none of");
  }
}
