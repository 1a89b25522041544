package org.ocppbridge.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Refusal;
import org.ocppbridge.adapter.watch.Stage;

/** The page about metrics says what the program says. */
class MetricsPageTest {

  private static final Path PAGE = Path.of("../docs/metrics.md");

  private static String row(Name name) {
    String labels =
        name.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |".formatted(name.shown(), name.type(), labels, name.help());
  }

  @Test
  void theTableOfThePageIsThatOfTheProgram() throws IOException {
    String rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `ocppbridge_"))
            .collect(Collectors.joining("\n"));

    assertThat(rows)
        .as("rows of %s", PAGE)
        .isEqualTo(
            Arrays.stream(Name.values())
                .map(MetricsPageTest::row)
                .collect(Collectors.joining("\n")));
  }

  @Test
  void thePageListsTheValuesOfLabels() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Mistake.values())
        .allMatch(mistake -> page.contains("| `" + mistake.label() + "` |"));
    assertThat(Refusal.values()).allMatch(refusal -> page.contains("`" + refusal.label() + "`"));
    assertThat(Stage.values()).allMatch(stage -> page.contains("`" + stage.label() + "`"));
  }
}
