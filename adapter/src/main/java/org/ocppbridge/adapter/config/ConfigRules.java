package org.ocppbridge.adapter.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.config.Routing.Decision;
import org.ocppbridge.mappings.ChargerId;

/** Rules between settings of different places. */
record ConfigRules(BridgeConfig config, SetKeys setKeys, Problems problems) {

  void check() {
    listeners();
    targets();
    routes();
    chargers();
    waits("", config.waits(), Waits.NONE);
  }

  private void listeners() {
    SoapConfig soap = config.soap();
    AdminConfig admin = config.admin();
    if (soap.port() != 0 && soap.port() == admin.port()) {
      problem("admin.port", "is also soap.port");
    }
    soap.tls().ifPresent(tls -> serverTls("soap.tls", tls.server()));
    admin.tls().ifPresent(tls -> serverTls("admin.tls", tls));
    boolean remote = !Loopback.is(admin.host()) && admin.tls().isEmpty();
    if (remote && !admin.allowRemoteWithoutTls()) {
      problem(
          "admin.host",
          "'"
              + admin.host()
              + "' can be reached from other machines, in clear; set admin.tls, or admin.allowRemoteWithoutTls: true if that is meant");
    } else if (!Loopback.is(admin.host()) && admin.token().isEmpty()) {
      problem(
          "admin.token",
          "missing: admin.host '"
              + admin.host()
              + "' can be reached from other machines; for example admin.token: {file: admin-token}");
    }
  }

  private void targets() {
    if (config.targets().isEmpty()) {
      problem("targets", "no CSMS is named; give --csms URL or set targets.main.url");
    }
    config
        .targets()
        .forEach(
            (name, target) -> {
              String path = "targets." + name;
              if (target.password().isPresent() && target.user().contains(":")) {
                problem(path + ".auth.user", "must not hold ':' (RFC 7617 §2)");
              }
              waits(path + ".", target.traits().waits(), config.waits());
              tls(path + ".tls", target.tls());
              TargetConfig.Security security = target.security();
              if (security.url().isPresent() && "wss".equalsIgnoreCase(target.url().getScheme())) {
                problem(path + ".security.url", "is of no use: " + path + ".url is wss already");
              }
            });
  }

  private void serverTls(String path, ServerTls tls) {
    try {
      TlsContexts.server(tls);
    } catch (IllegalArgumentException e) {
      problem(path, e.getMessage());
    }
  }

  private void tls(String path, TlsConfig tls) {
    if (tls.equals(TlsConfig.NONE)) {
      return; // to read all that Java trusts takes a tenth of the start
    }
    try {
      TlsContexts.client(tls);
    } catch (IllegalArgumentException e) {
      problem(path, e.getMessage());
    }
  }

  private void routes() {
    for (int i = 0; i < config.routes().size(); i++) {
      target("routes[" + i + "].target", config.routes().get(i).target());
    }
    boolean nowhere =
        config.routes().isEmpty()
            && config.targets().size() > 1
            && config.chargers().stream().allMatch(rule -> rule.target().isEmpty());
    if (nowhere) {
      problem(
          "routes",
          "missing, with several targets: " + String.join(", ", config.targets().keySet()));
    }
  }

  private void chargers() {
    Map<Glob, String> seen = new HashMap<>();
    Map<String, String> identities = new HashMap<>();
    Routing routing = new Routing(config);
    for (int i = 0; i < config.chargers().size(); i++) {
      ChargerRule rule = config.chargers().get(i);
      String path = "chargers[" + i + "]";
      String before = seen.putIfAbsent(rule.id(), path);
      if (before != null) {
        problem(path + ".id", "'" + rule.id() + "' is also " + before + ".id");
        continue;
      }
      boolean known = rule.target().map(target -> target(path + ".target", target)).orElse(true);
      waits(path + ".", rule.traits().waits(), config.waits());
      alias(rule, path);
      rule.csms().tls().ifPresent(tls -> tls(path + ".csms", tls));
      if (rule.id().isExact() && known) {
        resolved(rule, path, routing, identities);
      }
    }
  }

  /** One identity for many chargers would make them one charger at the CSMS. */
  private void alias(ChargerRule rule, String path) {
    rule.csms()
        .identity()
        .filter(identity -> !rule.id().isExact() && !identity.contains("{id}"))
        .ifPresent(
            identity ->
                problem(path + ".csms.identity", "is for many chargers, so it must hold {id}"));
  }

  /**
   * What is certain from the settings alone. That a pattern makes of some charger what another one
   * is called shows when both have come; the second is refused then.
   */
  private void resolved(
      ChargerRule rule, String path, Routing routing, Map<String, String> identities) {
    switch (routing.decide(new ChargerId(rule.id().text()))) {
      case Decision.Refused(String reason) -> problem(path + ".id", reason);
      case Decision.Admitted(Route route) -> {
        String identity = route.settings().csmsIdentity();
        String before = identities.putIfAbsent(route.targetName() + "/" + identity, path);
        if (before != null) {
          problem(
              path + ".csms.identity",
              "'"
                  + identity
                  + "' is also what "
                  + before
                  + " is called at target "
                  + route.targetName());
        }
      }
    }
  }

  private void waits(String prefix, Waits own, Waits wider) {
    Waits waits = own.orElse(wider);
    if (!own.set().isEmpty() && waits.of(Wait.CONNECT).compareTo(waits.of(Wait.COMMAND)) > 0) {
      problem(prefix + "wait.connect", "is more than wait.command, of which it is a part");
    }
  }

  private boolean target(String path, String name) {
    if (config.targets().containsKey(name)) {
      return true;
    }
    Optional<String> nearest = NearestKey.of(name, config.targets().keySet());
    problem(
        path,
        "no target is named '"
            + name
            + "'; "
            + nearest
                .map(other -> "did you mean " + other + "?")
                .orElse("targets are: " + String.join(", ", config.targets().keySet())));
    return false;
  }

  private void problem(String path, String text) {
    problems.add(path, text, setKeys.place(path));
  }
}
