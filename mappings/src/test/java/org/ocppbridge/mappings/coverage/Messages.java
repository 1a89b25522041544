package org.ocppbridge.mappings.coverage;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.coverage.UseCase.Extent;

/** The messages of 2.0.1 that a charging station sends, and which of them were seen. */
final class Messages {

  /** What neither a SOAP charger nor the bridge for it says. */
  static final Set<String> NEVER =
      new TreeSet<>(
          Set.of(
              "ClearedChargingLimit",
              "Get15118EVCertificate",
              "GetCertificateStatus",
              "NotifyChargingLimit",
              "NotifyDisplayMessages",
              "NotifyEVChargingNeeds",
              "NotifyEVChargingSchedule",
              "PublishFirmwareStatusNotification"));

  private Messages() {}

  /** What chargers of all versions led to by themselves. */
  static Set<String> spoken() {
    Set<String> all = new TreeSet<>();
    for (SoapVersion version : UseCase.VERSIONS) {
      Spoken.by(version).values().forEach(names -> names.forEach(name -> all.add(action(name))));
    }
    return all;
  }

  /** What followed from commands, with chargers of all versions. */
  static Set<String> followed() {
    Set<String> all = new TreeSet<>();
    for (Command command : Command.all()) {
      for (SoapVersion version : UseCase.VERSIONS) {
        command.on(version).outcome().followers().forEach(name -> all.add(action(name)));
      }
    }
    new Station(SoapVersion.V16)
        .asksForCertificate()
        .followers()
        .forEach(name -> all.add(action(name)));
    return all;
  }

  /** What only follows from commands. */
  static Set<String> answersOnly() {
    Set<String> all = followed();
    all.removeAll(spoken());
    return all;
  }

  private static String action(String name) {
    return name.split(" ", 2)[0];
  }

  /** How many use cases are fulfilled so far with chargers of a version. */
  static long count(SoapVersion version, Function<Extent, Character> of, char extent) {
    return UseCase.all().stream()
        .filter(useCase -> of.apply(useCase.with(version)) == extent)
        .count();
  }
}
