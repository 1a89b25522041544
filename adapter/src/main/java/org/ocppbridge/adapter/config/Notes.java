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
          "soap.tls", "SOAP is served in clear; put a TLS proxy in front",
          "soap.rate", "requests are not counted yet");

  private Notes() {}

  static List<String> of(BridgeConfig config, SetKeys setKeys) {
    List<String> notes = new ArrayList<>();
    withoutEffect(setKeys, notes);
    patterns(config, notes);
    plainPasswords(config, notes);
    return notes;
  }

  private static void withoutEffect(SetKeys setKeys, List<String> notes) {
    setKeys
        .all()
        .forEach(
            (path, found) -> {
              String why = WITHOUT_EFFECT.get(found.pattern());
              if (why != null) {
                notes.add(path + ": has no effect in this version: " + why);
              }
            });
  }

  private static void patterns(BridgeConfig config, List<String> notes) {
    List<Glob> routes = config.routes().stream().map(RouteRule::chargers).toList();
    for (int i = 0; i < routes.size(); i++) {
      String path = "routes[" + i + "].chargers: ";
      Glob route = routes.get(i);
      if (route.looksLikeRegex()) {
        notes.add(path + "in '" + route + "' only * is special; this is no regular expression");
      }
      routes.stream()
          .limit(i)
          .filter(earlier -> earlier.equals(route) || earlier.text().equals("*"))
          .findFirst()
          .ifPresent(earlier -> notes.add(path + "never used: '" + earlier + "' comes first"));
    }
  }

  private static void plainPasswords(BridgeConfig config, List<String> notes) {
    config
        .targets()
        .forEach(
            (name, target) -> {
              boolean any = target.password().isPresent() || chargersHavePasswords(config, name);
              if (any && isPlain(target)) {
                notes.add("targets." + name + ".url: passwords go out unencrypted over ws");
              }
            });
  }

  private static boolean isPlain(TargetConfig target) {
    String host = target.url().getHost();
    return target.url().getScheme().equalsIgnoreCase("ws") && !Loopback.is(host);
  }

  private static boolean chargersHavePasswords(BridgeConfig config, String target) {
    return config.chargers().stream()
        .anyMatch(
            rule ->
                rule.csms().password().isPresent() && rule.target().orElse(target).equals(target));
  }
}
