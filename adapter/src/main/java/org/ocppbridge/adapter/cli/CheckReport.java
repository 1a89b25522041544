package org.ocppbridge.adapter.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ocppbridge.adapter.config.Access;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.Callback;
import org.ocppbridge.adapter.config.ChargerRule;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.RouteRule;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.config.TargetConfig;
import org.ocppbridge.mappings.ChargerId;

/** Says in words what settings mean. No secret is in it. */
final class CheckReport {

  /** Chargers named one by one; a fleet of thousands helps nobody on a terminal. */
  private static final int CHARGERS_MAX = 200;

  private CheckReport() {}

  /** The listeners, routes and chargers, one line each. */
  static List<String> of(BridgeConfig config) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "soap: " + config.soap().host() + ":" + config.soap().port() + ", paths " + paths(config));
    lines.add("admin: " + config.admin().host() + ":" + config.admin().port());
    for (RouteRule route : config.routes()) {
      lines.add("route: " + route.chargers() + " -> " + route.target());
    }
    if (config.routes().isEmpty() && config.targets().size() == 1) {
      lines.add("route: * -> " + config.targets().keySet().iterator().next());
    }
    lines.add("unlisted chargers: " + unlisted(config));
    Routing routing = new Routing(config);
    config.chargers().stream()
        .limit(CHARGERS_MAX)
        .map(rule -> "charger " + rule.id() + ": " + charger(rule, routing))
        .forEach(lines::add);
    if (config.chargers().size() > CHARGERS_MAX) {
      lines.add("chargers: " + (config.chargers().size() - CHARGERS_MAX) + " more");
    }
    return lines;
  }

  /** A target's address and protocol; its query is left out, since it may hold a token. */
  static String target(TargetConfig target) {
    URI url = target.url();
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return url.getScheme()
        + "://"
        + url.getRawAuthority()
        + path
        + (path.endsWith("/") ? "" : "/")
        + "{id}"
        + (url.getRawQuery() == null ? "" : "?***")
        + ", "
        + target.protocol()
        + (target.password().isPresent() ? ", Basic user " + target.user() : "");
  }

  private static String paths(BridgeConfig config) {
    List<String> paths = new ArrayList<>(List.of("/ocpp"));
    paths.addAll(config.soap().aliases());
    return String.join(", ", paths);
  }

  private static String unlisted(BridgeConfig config) {
    return config.autoRegister()
        ? "let in where a route matches"
        : "refused (autoRegister: true, or --auto-register, lets them in)";
  }

  private static String charger(ChargerRule rule, Routing routing) {
    if (!rule.id().isExact()) {
      return rule.target()
          .map(target -> "all that match -> " + target)
          .orElse("all that match are let in");
    }
    return switch (routing.decide(new ChargerId(rule.id().text()))) {
      case Routing.Decision.Refused(String reason) -> "refused: " + reason;
      case Routing.Decision.Admitted(Route route) -> admitted(route);
    };
  }

  private static String admitted(Route route) {
    ChargerSettings charger = route.settings();
    return "-> "
        + route.targetName()
        + " as "
        + charger.csmsIdentity()
        + charger.credentials().map(found -> ", Basic user " + found.user()).orElse("")
        + ", called at "
        + charger.address().map(URI::toString).orElseGet(() -> learnt(charger.callback()))
        + asked(charger.access());
  }

  /** What has to be shown, by key; the values may be secret. */
  private static String asked(Access access) {
    List<String> keys = new ArrayList<>();
    access.sources().ifPresent(ranges -> keys.add("a source in " + ranges));
    access.path().ifPresent(secret -> keys.add("the secret path"));
    access.basic().ifPresent(basic -> keys.add("Basic user " + basic.user()));
    access.certificate().ifPresent(name -> keys.add("a certificate for " + name));
    return keys.isEmpty() ? "" : ", if it shows " + String.join(" and ", keys);
  }

  private static String learnt(Callback callback) {
    String allowed =
        callback.allow().stream().map(Object::toString).collect(Collectors.joining(", "));
    String source = callback.source() ? "the address its requests come from" : "";
    String both = source + (source.isEmpty() || allowed.isEmpty() ? "" : ", ") + allowed;
    String rewritten =
        callback.rewrite().isEmpty()
            ? ""
            : " (rewritten by " + callback.rewrite().size() + " rules)";
    return "the address in its From, if in: " + (both.isEmpty() ? "nothing" : both) + rewritten;
  }
}
