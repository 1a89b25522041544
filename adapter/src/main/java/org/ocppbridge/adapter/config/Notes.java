package org.ocppbridge.adapter.config;

import java.util.ArrayList;
import java.util.List;

/** What people should know though it stops nothing. */
final class Notes {

  private Notes() {}

  static List<String> of(BridgeConfig config) {
    List<String> notes = new ArrayList<>();
    patterns(config, notes);
    plainPasswords(config, notes);
    access(config, notes);
    return notes;
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

  private static void access(BridgeConfig config, List<String> notes) {
    boolean certificates =
        config.soap().tls().map(SoapTls::server).filter(ServerTls::asksClients).isPresent();
    for (int i = 0; i < config.chargers().size(); i++) {
      Access access = config.chargers().get(i).access();
      String path = "chargers[" + i + "].access";
      if (access.certificate().isPresent() && !certificates) {
        notes.add(path + ".certificate: nobody can show one; soap.tls.trust is not set");
      }
      if (access.proves()
          && config.soap().tls().isEmpty()
          && config.soap().proxies().trusted().isEmpty()) {
        notes.add(path + ": what proves a charger goes over the wire in clear; set soap.tls");
      }
    }
    config
        .soap()
        .tls()
        .filter(tls -> tls.old().isOn())
        .ifPresent(
            tls ->
                notes.add(
                    "soap.tls.old: "
                        + String.join(", ", tls.old().protocols())
                        + " can be broken; for chargers that know nothing else, in networks you trust"));
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
