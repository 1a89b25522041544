package org.ocppbridge.mappings.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.Capabilities;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.coverage.UseCase.Extent;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;

/** What {@code docs/coverage.md} says is what the mappings do. */
class CoverageTest {
  private static final Path PAGE = Path.of("..", "docs", "coverage.md");
  private static final Path CAPABILITIES =
      Path.of("src", "main", "resources", "org", "ocppbridge", "mappings", Capabilities.RESOURCE);
  private static final Path README = Path.of("..", "README.md");
  private static final List<Path> TESTS =
      List.of(Path.of("src", "test", "java"), Path.of("..", "adapter", "src", "test", "java"));

  @Test
  void thePageSaysWhatTheMappingsDo() throws IOException {
    String page = Page.text();
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/coverage.md; if the change is wanted: " + Page.WRITE)
        .isEqualTo(page);
  }

  /** The program shows it for each charger. */
  @Test
  void theTableOfCapabilitiesSaysTheSame() throws IOException {
    String table = Page.capabilities();
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(CAPABILITIES, table);
    }
    assertThat(Files.readString(CAPABILITIES)).as("if wanted: " + Page.WRITE).isEqualTo(table);
    assertThat(Capabilities.of(SoapVersion.V16))
        .hasSameSizeAs(Command.all())
        .contains(new Capabilities.Row("Reset", "charger", "Reset"));
  }

  @Test
  void everyMessageOfTheCsmsAndEveryUseCaseIsThereOnce() {
    assertThat(Command.all())
        .hasSize(40)
        .extracting(Command::action)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(UseCase.all())
        .hasSize(119)
        .extracting(UseCase::name)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"V16, 80, 10, 80, 11", "V15, 62, 17, 62, 18", "V12, 45, 26, 45, 27"})
  void theCountsAreKnown(SoapVersion version, int fully, int partly, int possible, int inPart) {
    assertThat(Messages.count(version, Extent::now, 'F')).isEqualTo(fully);
    assertThat(Messages.count(version, Extent::now, 'P')).isEqualTo(partly);
    assertThat(Messages.count(version, Extent::possible, 'F')).isEqualTo(possible);
    assertThat(Messages.count(version, Extent::possible, 'P')).isEqualTo(inPart);
  }

  @ParameterizedTest
  @EnumSource
  void theReadmeHasTheSameCounts(SoapVersion version) throws IOException {
    assertThat(Files.readAllLines(README))
        .filteredOn(line -> line.startsWith("| OCPP " + version.label() + " SOAP |"))
        .singleElement()
        .asString()
        .endsWith(
            "| %d fully, %d partly |"
                .formatted(
                    Messages.count(version, Extent::now, 'F'),
                    Messages.count(version, Extent::now, 'P')));
  }

  @Test
  void everyMessageOfAStationIsSeenOrNeverSent() {
    Set<String> seen = Messages.spoken();
    seen.addAll(Messages.followed());
    assertThat(seen)
        .doesNotContainAnyElementsOf(Messages.NEVER)
        .hasSize(25 - Messages.NEVER.size());
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOfAChargerBecomesSomething(SoapVersion version) {
    Set<String> operations =
        Operations.FROM_CHARGER.stream().map(Operation::name).collect(Collectors.toSet());
    if (version == SoapVersion.V12) {
      operations.remove("DataTransfer");
    }
    assertThat(Spoken.by(version).keySet()).containsExactlyInAnyOrderElementsOf(operations);
    assertThat(Spoken.by(version).values()).noneMatch(Set::isEmpty);
  }

  @Test
  void aUseCaseNamesMessagesThatAreThereAndTheTestsThatPlayIt() {
    Set<String> messages = Messages.spoken();
    messages.addAll(Messages.followed());
    Command.all().forEach(command -> messages.add(command.action()));
    Set<String> tests = tests();
    for (UseCase useCase : UseCase.all()) {
      boolean done = useCase.extents().stream().anyMatch(extent -> extent.now() != 'N');
      assertThat(messages).as(useCase.name()).containsAll(useCase.messages());
      assertThat(tests).as(useCase.name()).containsAll(useCase.tests());
      if (done) {
        assertThat(useCase.messages()).as(useCase.name()).isNotEmpty();
        assertThat(useCase.tests()).as(useCase.name()).isNotEmpty();
      }
    }
  }

  @Test
  void everyMessageOfTheCsmsBelongsToAUseCase() {
    Set<String> used = new HashSet<>();
    UseCase.all().forEach(useCase -> used.addAll(useCase.messages()));
    assertThat(used).containsAll(Command.all().stream().map(Command::action).toList());
  }

  @Test
  void whatIsNotFullyFulfilledSaysWhy() {
    assertThat(UseCase.all())
        .filteredOn(useCase -> useCase.extents().stream().anyMatch(extent -> extent.now() != 'F'))
        .noneMatch(useCase -> useCase.remark().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void noUseCaseClaimsMoreThanItsMessagesDo(SoapVersion version) {
    Set<String> refused = new TreeSet<>();
    Set<String> notSupported = new TreeSet<>();
    for (Command command : Command.all()) {
      Command.Result result = command.on(version);
      if (result.refused()) {
        refused.add(command.action());
      }
      if (result.notSupported()) {
        notSupported.add(command.action());
      }
    }
    for (UseCase useCase : UseCase.all()) {
      char extent = useCase.with(version).now();
      if (extent == 'F') {
        assertThat(refused).as(useCase.name()).doesNotContainAnyElementsOf(useCase.messages());
      }
      if (extent != 'N') {
        assertThat(notSupported).as(useCase.name()).doesNotContainAnyElementsOf(useCase.messages());
      }
    }
  }

  private static Set<String> tests() {
    return TESTS.stream().flatMap(CoverageTest::names).collect(Collectors.toSet());
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.replace(".java", ""))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
