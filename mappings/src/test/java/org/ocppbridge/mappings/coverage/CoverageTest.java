package org.ocppbridge.mappings.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

class CoverageTest {
  private static final Path PAGE = Path.of("..", "docs", "coverage.md");
  private static final List<SoapVersion> VERSIONS =
      List.of(SoapVersion.V16, SoapVersion.V15, SoapVersion.V12);

  @Test
  void thePageSaysWhatTheTablesSay() throws IOException {
    String page = String.join("\n", page()) + "\n";
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  @Test
  void everyMessageAndEveryUseCaseIsOnThePage() {
    assertThat(Command.all()).hasSize(40).extracting(Command::action).isSorted();
    assertThat(UseCase.all()).hasSize(119).extracting(UseCase::id).isSorted();
  }

  private static List<String> page() {
    List<String> lines =
        new ArrayList<>(List.of("# What a 2.0.1 CSMS gets from a SOAP charger", ""));
    lines.add(
        "This page is made from the tables in the code by `CoverageTest`; changes by hand are found out by the build.");
    lines.addAll(List.of("", "## Messages of the CSMS", ""));
    lines.add(
        "*charger*: asked by the SOAP operation named, for a charger that is idle but for a transaction on EVSE 1. *bridge*: the bridge");
    lines.add(
        "answers by itself. *refused*: with the status (and reason code) or the CALLERROR named.");
    lines.addAll(List.of("", row("message", "1.6", "1.5", "1.2"), row("---", "---", "---", "---")));
    Command.all().forEach(command -> lines.add(row(command)));
    lines.addAll(List.of("", "## Use cases", ""));
    lines.add("How far a charging station's part in each use case of 2.0.1 is fulfilled.");
    lines.addAll(List.of("", row("use case", "1.6", "1.5", "1.2", "remark")));
    lines.add(row("---", "---", "---", "---", "---"));
    UseCase.all().forEach(useCase -> lines.add(row(useCase)));
    lines.add(row("all 119: fully + partly", sum(0), sum(1), sum(2), ""));
    return lines;
  }

  private static String row(Command command) {
    return row(
        Stream.concat(Stream.of(command.action()), VERSIONS.stream().map(command::outcome))
            .toArray(String[]::new));
  }

  private static String row(UseCase useCase) {
    List<String> cells = new ArrayList<>(List.of(useCase.id()));
    cells.addAll(useCase.extents());
    cells.add(useCase.remark());
    return row(cells.toArray(String[]::new));
  }

  private static String sum(int version) {
    List<String> all = UseCase.all().stream().map(each -> each.extents().get(version)).toList();
    return all.stream().filter("fully"::equals).count()
        + " + "
        + all.stream().filter("partly"::equals).count();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
