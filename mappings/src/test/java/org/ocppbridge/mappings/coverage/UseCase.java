package org.ocppbridge.mappings.coverage;

import java.util.List;
import java.util.Map;

/**
 * A use case of OCPP 2.0.1 (part 2) and how far a SOAP charger behind the bridge fulfils it, as a
 * 2.0.1 CSMS sees it. The rows are in {@code coverage/use-cases.table}: whoever changes what the
 * bridge can do changes them.
 *
 * @param id number and name in part 2
 * @param extents how far with a 1.6, a 1.5 and a 1.2 charger
 * @param remark what is missing, or who does it
 */
record UseCase(String id, List<String> extents, String remark) {
  private static final Map<String, String> WORDS = Map.of("F", "fully", "P", "partly", "N", "–");

  /** All use cases, in their order. */
  static List<UseCase> all() {
    return Table.lines("use-cases.table").stream().map(UseCase::parse).toList();
  }

  private static UseCase parse(String line) {
    List<String> cells = List.of(line.split(" *\\| *", -1));
    List<String> extents = cells.subList(1, 4).stream().map(WORDS::get).toList();
    return new UseCase(cells.getFirst(), extents, cells.get(4));
  }
}
