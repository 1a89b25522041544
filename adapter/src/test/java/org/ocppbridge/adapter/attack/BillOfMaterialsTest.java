package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of what the program is made of, which {@code ./mvnw package} writes while online. */
class BillOfMaterialsTest {

  private static final Path LIST = Path.of("target", "bom.json");

  @Test
  void theListNamesTheLibrariesWithTheirVersionsAndNoneOfTheTests() throws IOException {
    assumeTrue(Files.exists(LIST), "no list yet: ./mvnw package writes it while online");
    JsonNode list = new ObjectMapper().readTree(LIST.toFile());

    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
    List<String> names = new ArrayList<>();
    for (JsonNode component : list.path("components")) {
      names.add(component.path("name").asText());
      assertThat(component.path("version").asText()).as(component.toString()).isNotEmpty();
    }
    assertThat(names)
        .contains("cxf-rt-frontend-jaxws", "undertow-core", "jackson-databind", "sqlite-jdbc")
        .doesNotContain("junit-jupiter-api", "jazzer");
  }
}
