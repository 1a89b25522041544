package org.ocppbridge.mappings.coverage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ocppbridge.mappings.SoapVersion;

/**
 * A use case of OCPP 2.0.1 (part 2) and how far a SOAP charger behind the bridge fulfils it, as a
 * 2.0.1 CSMS sees it. The rows are in {@code coverage/use-cases.table}: whoever changes what the
 * bridge can do changes them.
 *
 * @param name number and name in part 2
 * @param extents how far with a charger of each of {@link #VERSIONS}
 * @param messages of 2.0.1 that it consists of
 * @param tests classes that play it
 * @param remark what is missing, or who does it
 */
record UseCase(
    String name, List<Extent> extents, List<String> messages, List<String> tests, String remark) {

  /** In the order of the page. */
  static final List<SoapVersion> VERSIONS =
      List.of(SoapVersion.V16, SoapVersion.V15, SoapVersion.V12);

  private static final Map<Character, String> WORDS = Map.of('F', "fully", 'P', "partly", 'N', "–");

  /**
   * How far.
   *
   * @param now F fully, P partly, N not
   * @param possible what such chargers allow for
   */
  record Extent(char now, char possible) {

    private static Extent parse(String text) {
      return new Extent(text.charAt(0), text.charAt(text.length() - 1));
    }

    /** For the page. */
    String words() {
      return now == 'N' && possible != 'N' ? "not yet" : WORDS.get(now);
    }
  }

  /** All use cases, in their order. */
  static List<UseCase> all() {
    return Table.lines("use-cases.table").stream().map(UseCase::parse).toList();
  }

  private static UseCase parse(String line) {
    List<String> cells = List.of(line.split(" *\\| *", -1));
    return new UseCase(
        cells.getFirst(),
        cells.subList(1, 4).stream().map(Extent::parse).toList(),
        words(cells.get(4)),
        words(cells.get(5)),
        cells.get(6));
  }

  private static List<String> words(String cell) {
    return Stream.of(cell.split("[, ]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** How far with a charger of a version. */
  Extent with(SoapVersion version) {
    return extents.get(VERSIONS.indexOf(version));
  }
}
