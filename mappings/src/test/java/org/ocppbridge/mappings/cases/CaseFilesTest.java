package org.ocppbridge.mappings.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.play.Schemas;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.w3c.dom.Element;

/** Every case file holds, and every operation of every version has one. */
class CaseFilesTest {

  /** Ids of transactions that the bridge chose; {@code <uuid>} in the files. */
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Path CASES = Path.of("src/test/resources/cases");

  static Stream<Arguments> cases() throws IOException {
    return paths().map(path -> Arguments.of(CASES.relativize(path).toString(), path));
  }

  private static Stream<Path> paths() throws IOException {
    try (Stream<Path> all = Files.walk(CASES)) {
      return all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatGoesInLeadsToWhatTheCaseSays(String name, Path path) throws IOException {
    CaseFile given = CaseFile.read(path);
    Player player = new Player(given.version(), dialect(given.target()), given.now());
    if (!given.fresh()) {
      player.boot();
    }
    given.given().forEach(player::play);

    Player.Outcome outcome = player.play(given.exchange());

    List<String> differences = differences(given, outcome);
    if (!differences.isEmpty()) {
      fail(name + "\n" + String.join("\n", differences));
    }
  }

  @Test
  void everyOperationOfEveryVersionHasACase() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (SoapVersion version : SoapVersion.values()) {
      SoapDialect.of(version)
          .operations()
          .forEach(operation -> wanted.add(label(version, operation)));
    }
    Set<String> there = paths().map(CaseFilesTest::label).collect(Collectors.toSet());
    wanted.removeAll(there);

    assertThat(wanted).as("operations without a case file").isEmpty();
  }

  @Test
  void everythingAChargerSaysHasACaseFor201() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (SoapVersion version : SoapVersion.values()) {
      SoapDialect.of(version).operations().stream()
          .filter(operation -> operation.asker() == Operation.Asker.CHARGER)
          .map(operation -> label(version, operation).replace(".yaml", "-ocpp2.0.1.yaml"))
          .forEach(wanted::add);
    }
    wanted.removeAll(paths().map(CaseFilesTest::label).collect(Collectors.toSet()));

    assertThat(wanted).as("operations without a case file for 2.0.1").isEmpty();
  }

  private static String label(SoapVersion version, Operation<?, ?> operation) {
    String kind = operation.asker() == Operation.Asker.CHARGER ? "charger" : "command";
    return operation.name() + "/" + kind + "-" + version + ".yaml";
  }

  private static String label(Path path) {
    return path.getParent().getFileName() + "/" + path.getFileName();
  }

  private static JsonDialect dialect(Target target) {
    return switch (target) {
      case OCPP16 -> new Json16();
      case OCPP201 -> new Json201();
    };
  }

  private static List<String> differences(CaseFile given, Player.Outcome outcome) {
    List<String> differences = new ArrayList<>();
    CaseFile.Exchange exchange = given.exchange();
    List<String> calls =
        Lines.of(outcome.calls()).stream()
            .map(line -> UUID.matcher(line).replaceAll("<uuid>"))
            .toList();
    compare("CALLs", Lines.of(exchange.json()), calls, differences);
    differences.addAll(againstTheSchemas(given.target(), outcome));
    switch (exchange) {
      case CaseFile.FromCharger asked ->
          compareAnswer(given.version(), asked, outcome, differences);
      case CaseFile.FromCsms asked -> compareResult(given.version(), asked, outcome, differences);
    }
    List<String> lost =
        outcome.losses().stream()
            .map(loss -> loss.kind().name().toLowerCase(Locale.ROOT) + " " + loss.field())
            .toList();
    compare("losses", exchange.losses(), lost, differences);
    return differences;
  }

  /** Empty if the official schemas are not there. */
  private static List<String> againstTheSchemas(Target target, Player.Outcome outcome) {
    return outcome.calls().stream()
        .flatMap(
            call ->
                (target == Target.OCPP201
                        ? Schemas.errors201(call.getKey() + "Request", call.getValue())
                        : Schemas.errors(call.getKey(), call.getValue()))
                    .stream().map(error -> call.getKey() + " is against its schema: " + error))
        .toList();
  }

  private static void compareAnswer(
      SoapVersion version,
      CaseFile.FromCharger asked,
      Player.Outcome outcome,
      List<String> differences) {
    compare("answer", lines(asked.answer(), version), lines(outcome.answer()), differences);
    compare(
        "fault",
        asked.fault().stream().toList(),
        outcome.fault().map(fault -> fault.getClass().getSimpleName()).stream().toList(),
        differences);
  }

  private static void compareResult(
      SoapVersion version,
      CaseFile.FromCsms asked,
      Player.Outcome outcome,
      List<String> differences) {
    List<String> commands = outcome.commands().stream().flatMap(e -> Lines.of(e).stream()).toList();
    compare("command", lines(asked.command(), version), commands, differences);
    List<String> wanted = new ArrayList<>();
    asked.result().ifPresent(result -> wanted.addAll(Lines.of(result)));
    asked.error().ifPresent(code -> wanted.add("CALLERROR " + code));
    compare("result", wanted, lines(outcome.csmsAnswer().orElseThrow()), differences);
  }

  private static List<String> lines(CsmsAnswer answer) {
    return switch (answer) {
      case CsmsAnswer.Result result -> Lines.of((JsonNode) result.payload());
      case CsmsAnswer.Error error -> List.of("CALLERROR " + error.code());
      case CsmsAnswer.Silence _ -> List.of("silence");
    };
  }

  private static List<String> lines(Optional<String> element, SoapVersion version) {
    return element.map(text -> Lines.of(Xml.element(text, version))).orElse(List.of());
  }

  private static List<String> lines(Optional<Element> element) {
    return element.map(Lines::of).orElse(List.of());
  }

  private static void compare(
      String title, List<String> expected, List<String> actual, List<String> differences) {
    Difference.between(title, expected, actual).ifPresent(differences::add);
  }
}
