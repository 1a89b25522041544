package org.ocppbridge.adapter.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people should know though it stops nothing. */
final class Notes {

  /**
   * Settings that are read and checked but have no effect in this version, and why. Nothing is ever
   * ignored in silence.
   */
  private static final Map<String, String> WITHOUT_EFFECT =
      Map.of(
          "secrets.key", "nothing secret is stored yet",
          "admin.token", "there are no API calls to protect yet",
          "soap.tls", "SOAP is served in clear; put a TLS proxy in front",
          "soap.rate", "requests are not counted yet",
          "chargers[].topology", "only ocpp2.0.1 needs it",
          "chargers[].quirks", "there are no quirks yet");

  private Notes() {}

  static List<String> of(BridgeConfig config, SetKeys setKeys) {
    List<String> notes = new ArrayList<>();
    setKeys
        .all()
        .forEach(
            (path, found) -> {
              String why = WITHOUT_EFFECT.get(found.pattern());
              if (why != null) {
                notes.add(path + ": has no effect in this version: " + why);
              }
            });
    for (int i = 0; i < config.routes().size(); i++) {
      Glob route = config.routes().get(i).chargers();
      config.routes().stream()
          .limit(i)
          .filter(
              earlier -> earlier.chargers().equals(route) || earlier.chargers().text().equals("*"))
          .findFirst()
          .ifPresent(
              earlier ->
                  notes.add(
                      "a route for '"
                          + route
                          + "' is never used: '"
                          + earlier.chargers()
                          + "' comes first"));
    }
    config
        .targets()
        .forEach(
            (name, target) -> {
              if (isPlain(target)
                  && (target.password().isPresent() || chargersHavePasswords(config, name))) {
                notes.add("targets." + name + ".url: passwords go out unencrypted over ws");
              }
            });
    return notes;
  }

  private static boolean isPlain(TargetConfig target) {
    String host = target.url().getHost();
    return target.url().getScheme().equalsIgnoreCase("ws")
        && !host.equals("localhost")
        && !host.startsWith("127.")
        && !host.equals("[::1]");
  }

  private static boolean chargersHavePasswords(BridgeConfig config, String target) {
    return config.chargers().stream()
        .anyMatch(
            rule ->
                rule.csms().password().isPresent() && rule.target().orElse(target).equals(target));
  }
}
