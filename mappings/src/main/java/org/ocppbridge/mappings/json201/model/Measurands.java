package org.ocppbridge.mappings.json201.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.Phase;
import org.ocppbridge.mappings.model.WireName;

/**
 * Lists of measurands (MR C3). 1.x chargers may add a phase to one ({@code Voltage.L1}), and know
 * two that 2.0.1 does not: those stay in the charger's list, unseen by the CSMS.
 */
final class Measurands {

  private static final Set<Measurand> UNKNOWN_TO_201 =
      EnumSet.of(Measurand.TEMPERATURE, Measurand.RPM);

  private static final Set<Measurand> SINCE_16 =
      EnumSet.of(
          Measurand.CURRENT_OFFERED,
          Measurand.FREQUENCY,
          Measurand.POWER_FACTOR,
          Measurand.POWER_OFFERED,
          Measurand.RPM,
          Measurand.STATE_OF_CHARGE);

  private Measurands() {}

  /** Those that the version has and 2.0.1 knows, as a valuesList; 1.2 has the register alone. */
  static String known(SoapVersion version) {
    return version == SoapVersion.V12
        ? Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.wire()
        : Arrays.stream(Measurand.values())
            .filter(m -> !UNKNOWN_TO_201.contains(m))
            .filter(m -> version == SoapVersion.V16 || !SINCE_16.contains(m))
            .map(Measurand::wire)
            .collect(Collectors.joining(","));
  }

  static String toCsms(String list) {
    return Conversions.items(list).stream()
        .flatMap(item -> measurand(item).stream())
        .filter(m -> !UNKNOWN_TO_201.contains(m))
        .map(Measurand::wire)
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** With the charger's own spellings of what stays, and what the CSMS cannot see. */
  static String toCharger(String wanted, String current) {
    List<String> now = Conversions.items(current);
    List<String> result = new ArrayList<>();
    for (String want : Conversions.items(wanted)) {
      List<String> same = now.stream().filter(item -> isOf(item, want)).toList();
      result.addAll(same.isEmpty() ? List.of(want) : same);
    }
    if (!result.isEmpty()) {
      now.stream()
          .filter(item -> measurand(item).filter(UNKNOWN_TO_201::contains).isPresent())
          .forEach(result::add);
    }
    return String.join(",", result);
  }

  private static boolean isOf(String item, String want) {
    return measurand(item).filter(m -> m.wire().equalsIgnoreCase(want)).isPresent();
  }

  private static Optional<Measurand> measurand(String item) {
    Optional<Measurand> plain = WireName.find(Measurand.class, item);
    int dot = item.lastIndexOf('.');
    boolean phase =
        dot > 0
            && WireName.find(Phase.class, item.substring(dot + 1).toUpperCase(Locale.ROOT))
                .isPresent();
    return plain.isPresent() || !phase
        ? plain
        : WireName.find(Measurand.class, item.substring(0, dot));
  }
}
