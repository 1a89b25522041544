package org.ocppbridge.wsdl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our WSDLs equal the published contracts on the wire. The catalogue of the contracts' facts is not
 * part of this project: without it (system property {@code shared.dir}, else a folder {@code
 * shared/ocpp} beside the checkout) there is nothing to compare with.
 */
class ContractTest {

  private static JsonNode contracts;

  @BeforeAll
  static void readCatalogue() throws IOException {
    Optional<Path> catalogue = catalogue();
    if (catalogue.isEmpty()) {
      System.out.println(
          "ContractTest skipped: no shared/ocpp/catalogue.json near "
              + Path.of("").toAbsolutePath());
    }
    Assumptions.assumeTrue(catalogue.isPresent(), "no shared/ocpp/catalogue.json");
    contracts = new ObjectMapper().readTree(catalogue.get().toFile()).get("soap");
  }

  private static Optional<Path> catalogue() {
    String given = System.getProperty("shared.dir");
    Path start = Path.of(given == null ? "" : given).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      for (String place : List.of("ocpp/catalogue.json", "shared/ocpp/catalogue.json")) {
        if (Files.isRegularFile(folder.resolve(place))) {
          return Optional.of(folder.resolve(place));
        }
      }
    }
    return Optional.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2,Cs,CentralSystemService", "1.2,Cp,ChargePointService",
    "1.5,Cs,CentralSystemService", "1.5,Cp,ChargePointService",
    "1.6,Cs,CentralSystemService", "1.6,Cp,ChargePointService"
  })
  void aContractIsThePublishedOne(String version, String side, String file) throws IOException {
    Map<String, String> published = CatalogueFacts.of(contracts.get(version).get(side));
    Map<String, String> ours = WsdlFacts.of(file + "-" + version + ".wsdl");
    assertThat(differences(published, ours)).as("differences of " + version + " " + side).isEmpty();
  }

  @Test
  void nothingIsLeftOutOfTheComparison() throws IOException {
    List<String> facts = new ArrayList<>();
    for (String version : List.of("1.2", "1.5", "1.6")) {
      facts.addAll(WsdlFacts.of("CentralSystemService-" + version + ".wsdl").keySet());
      facts.addAll(WsdlFacts.of("ChargePointService-" + version + ".wsdl").keySet());
    }
    assertThat(facts).filteredOn(fact -> fact.endsWith(" soapAction")).hasSize(72);
    assertThat(facts).filteredOn(fact -> fact.startsWith("type ")).hasSize(161);
    assertThat(facts).filteredOn(fact -> fact.startsWith("enumeration ")).hasSize(77);
  }

  private static List<String> differences(Map<String, String> published, Map<String, String> ours) {
    Set<String> names = new TreeSet<>(published.keySet());
    names.addAll(ours.keySet());
    return names.stream()
        .filter(
            name ->
                !published.getOrDefault(name, "(none)").equals(ours.getOrDefault(name, "(none)")))
        .map(
            name ->
                "%n%s%n  published: %s%n  ours:      %s"
                    .formatted(
                        name,
                        published.getOrDefault(name, "(none)"),
                        ours.getOrDefault(name, "(none)")))
        .toList();
  }
}
