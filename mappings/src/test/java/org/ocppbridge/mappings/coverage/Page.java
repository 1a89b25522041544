package org.ocppbridge.mappings.coverage;

import static org.ocppbridge.mappings.coverage.UseCase.VERSIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Capabilities;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.coverage.UseCase.Extent;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;

/** The text of {@code docs/coverage.md}. */
final class Page {

  /** Writes it anew, from the top folder. */
  static final String WRITE =
      "./mvnw -pl wsdl,mappings test -Dtest=CoverageTest -Dcoverage.write=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private static final String HEAD =
      """
      # What a 2.0.1 CSMS gets from a SOAP charger

      Made by `CoverageTest`: the first two tables by playing every message with a charger of each version, the third from
      [use-cases.table](../mappings/src/test/resources/coverage/use-cases.table). The build fails if this page says anything else;
      `%s`
      writes it anew.
      """
          .formatted(WRITE);

  private static final String COMMANDS =
      """
      ## What the CSMS asks

      Each message as it ends with a charger that is accepted and does what it is told; a transaction runs on EVSE 1, EVSE 2 is free and has
      a charging profile, and EVSE 3 is reserved, as far as the version has that. The charger says nothing by itself.

      - *charger*: carried out by the SOAP operation named; the CSMS gets its answer
      - *bridge*: answered by the bridge
      - *refused*: with that status (and reason code) or that CALLERROR; the charger is not asked
      - *then*: what the CSMS is sent in the next 15 seconds
      """;

  private static final String REQUESTS =
      """
      ## What the charger says

      Which messages of 2.0.1 the operations of a charger become, over a day with a charging session, faults, an upload and an update.
      """;

  private static final String USE_CASES =
      """
      ## Use cases

      How far the station's part in each use case of 2.0.1 is fulfilled; ISO 15118 does not exist in OCPP over SOAP. *not yet*: such chargers
      allow for it, but the bridge does not do it.
      """;

  private Page() {}

  static String text() {
    List<String> parts = new ArrayList<>(List.of(HEAD, COMMANDS));
    parts.add(table(heads("message"), Command.all(), Page::row));
    parts.add(REQUESTS);
    Map<SoapVersion, Map<String, Set<String>>> spoken =
        VERSIONS.stream().collect(Collectors.toMap(version -> version, Spoken::by));
    parts.add(
        table(heads("operation"), Operations.FROM_CHARGER, operation -> row(operation, spoken)));
    parts.add(
        """
        Because the CSMS asked: %s.

        Never: %s.

        """
            .formatted(joined(Messages.answersOnly()), joined(Messages.NEVER)));
    parts.add(USE_CASES);
    List<String> heads = heads("use case");
    heads.addAll(List.of("messages", "remark", "tests"));
    parts.add(
        table(heads, UseCase.all(), Page::row)
            + sum("today", Extent::now)
            + sum("possible", Extent::possible));
    return String.join("\n", parts);
  }

  /** The rows of the first table, for {@link Capabilities}. */
  static String capabilities() {
    return Command.all().stream()
        .map(command -> String.join(Capabilities.COLUMN, row(command)) + "\n")
        .collect(Collectors.joining());
  }

  private static String joined(Set<String> names) {
    return String.join(", ", names);
  }

  private static List<String> heads(String first) {
    List<String> heads = new ArrayList<>(List.of(first));
    VERSIONS.forEach(version -> heads.add(version.label()));
    return heads;
  }

  private static <T> String table(List<String> heads, List<T> rows, Function<T, List<String>> row) {
    return line(heads)
        + line(heads.stream().map(head -> "---").toList())
        + rows.stream().map(row).map(Page::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static List<String> row(Command command) {
    return row(command.action(), version -> command.on(version).words());
  }

  private static List<String> row(
      Operation<?, ?> operation, Map<SoapVersion, Map<String, Set<String>>> spoken) {
    return row(
        operation.name(),
        version -> joined(spoken.get(version).getOrDefault(operation.name(), Set.of("–"))));
  }

  private static List<String> row(UseCase useCase) {
    List<String> cells = row(useCase.name(), version -> useCase.with(version).words());
    cells.add(String.join(", ", useCase.messages()));
    cells.add(useCase.remark());
    cells.add(String.join(", ", useCase.tests()));
    return cells;
  }

  private static List<String> row(String name, Function<SoapVersion, String> cell) {
    return Stream.concat(Stream.of(name), VERSIONS.stream().map(cell))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String sum(String what, Function<Extent, Character> of) {
    List<String> cells =
        row(
            UseCase.all().size() + ", fully + partly, " + what,
            version -> Messages.count(version, of, 'F') + " + " + Messages.count(version, of, 'P'));
    cells.addAll(List.of("", "", ""));
    return line(cells);
  }
}
