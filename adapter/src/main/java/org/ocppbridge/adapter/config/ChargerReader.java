package org.ocppbridge.adapter.config;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ocppbridge.mappings.quirk.Quirks;

/** The keys of one entry under {@code chargers}. */
final class ChargerReader {

  /** Most connectors of a charger. */
  private static final int CONNECTORS_MAX = 1000;

  private ChargerReader() {}

  static ChargerRule read(Section charger) {
    Section csms = charger.section("csms");
    return new ChargerRule(
        charger.required("id", Values::glob, "CP-1"),
        charger.optional("target", Values::text),
        charger.optional("address", Values::httpUrl),
        ConfigReader.callback(charger.section("callback")),
        new ChargerRule.Csms(
            csms.optional("identity", Values::text),
            csms.optional("user", Values::text),
            ConfigReader.password(csms),
            ConfigReader.certificate(csms)),
        topology(charger),
        charger.values("quirks", name -> Quirks.named(Values.text(name)).name()),
        ConfigReader.traits(charger),
        AccessReader.read(charger.section("access"), charger.section("pin")));
  }

  /** 2.0.1 numbers EVSEs and connectors from 1 without gaps (2.0.1 part 1 §7). */
  private static Optional<List<List<Integer>>> topology(Section charger) {
    Optional<List<List<Integer>>> topology =
        charger.table("topology", Values.number(1, CONNECTORS_MAX));
    topology.ifPresent(
        evses -> {
          List<Integer> all = evses.stream().flatMap(List::stream).toList();
          TreeSet<Integer> each = new TreeSet<>(all);
          boolean gapless =
              each.size() == all.size() && !each.isEmpty() && each.last() == all.size();
          if (!gapless || evses.stream().anyMatch(List::isEmpty)) {
            charger.problem(
                "topology",
                "each connector from 1 to the highest must stand in it once, and no EVSE be empty");
          }
        });
    return topology;
  }
}
