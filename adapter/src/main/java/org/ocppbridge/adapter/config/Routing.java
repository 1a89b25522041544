package org.ocppbridge.adapter.config;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ocppbridge.mappings.ChargerId;

/**
 * Says where a charger belongs. Pure: the answer follows from the settings and the identity alone;
 * may be asked from any thread, at each request.
 */
public final class Routing {

  private static final String ID = "{id}";

  /** Most decisions that are kept. */
  private static final int KEPT_MAX = 50_000;

  private final BridgeConfig config;
  private final Map<String, ChargerRule> exact = new HashMap<>();
  private final List<ChargerRule> patterns = new ArrayList<>();

  /** Decided before. Those who are refused are strangers, and may be any number. */
  private final Map<ChargerId, Decision.Admitted> admitted = new ConcurrentHashMap<>();

  /** Whether a charger is let in. */
  public sealed interface Decision {

    /** It is, and belongs here. */
    record Admitted(Route route) implements Decision {}

    /**
     * It is not.
     *
     * @param reason for people: what to set so that it would be
     */
    record Refused(String reason) implements Decision {}
  }

  public Routing(BridgeConfig config) {
    this.config = config;
    for (ChargerRule rule : config.chargers()) {
      if (rule.id().isExact()) {
        exact.putIfAbsent(rule.id().text(), rule);
      } else {
        patterns.add(rule);
      }
    }
  }

  /** Where the charger belongs; empty if it is refused. */
  public Optional<Route> of(ChargerId id) {
    return decide(id) instanceof Decision.Admitted(Route route)
        ? Optional.of(route)
        : Optional.empty();
  }

  /** Where the charger belongs, or why it is refused. */
  public Decision decide(ChargerId id) {
    Decision.Admitted known = admitted.get(id);
    if (known != null) {
      return known;
    }
    Decision decision = decideAnew(id);
    if (decision instanceof Decision.Admitted fresh && admitted.size() < KEPT_MAX) {
      admitted.put(id, fresh);
    }
    return decision;
  }

  private Decision decideAnew(ChargerId id) {
    List<ChargerRule> rules = rules(id.value());
    if (rules.isEmpty() && !config.autoRegister()) {
      return new Decision.Refused(
          "charger " + id + " is not listed under chargers, and autoRegister is false");
    }
    Optional<String> name = first(rules, ChargerRule::target).or(() -> routed(id.value()));
    if (name.isEmpty()) {
      return new Decision.Refused("no route matches charger " + id);
    }
    TargetConfig target = config.targets().get(name.get());
    try {
      return new Decision.Admitted(new Route(name.get(), target, settings(id, rules, target)));
    } catch (IllegalArgumentException e) {
      return new Decision.Refused(
          "charger "
              + id
              + ": "
              + e.getMessage()
              + "; give it a csms.identity or csms.user under chargers");
    }
  }

  private List<ChargerRule> rules(String id) {
    List<ChargerRule> rules = new ArrayList<>();
    Optional.ofNullable(exact.get(id)).ifPresent(rules::add);
    patterns.stream().filter(rule -> rule.id().matches(id)).forEach(rules::add);
    return rules;
  }

  private Optional<String> routed(String id) {
    if (config.routes().isEmpty() && config.targets().size() == 1) {
      return Optional.of(config.targets().keySet().iterator().next());
    }
    return config.routes().stream()
        .filter(route -> route.chargers().matches(id))
        .map(RouteRule::target)
        .findFirst();
  }

  private ChargerSettings settings(ChargerId id, List<ChargerRule> rules, TargetConfig target) {
    String identity =
        first(rules, rule -> rule.csms().identity()).orElse(ID).replace(ID, id.value());
    String user =
        first(rules, rule -> rule.csms().user()).orElse(target.user()).replace(ID, identity);
    Optional<Password> password = first(rules, rule -> rule.csms().password()).or(target::password);
    Traits traits =
        new Traits(
            Optional.empty(), Optional.empty(), Optional.empty(), config.waits(), Traits201.NONE);
    traits = target.traits().orElse(traits);
    for (ChargerRule rule : rules.reversed()) {
      traits = rule.traits().orElse(traits);
    }
    return new ChargerSettings(
        id,
        identity,
        user,
        password.map(found -> new ChargerSettings.Credentials(user, found)),
        first(rules, rule -> rule.csms().tls()),
        first(rules, ChargerRule::address),
        first(rules, ChargerRule::callback).orElse(config.soap().callback()),
        traits.timezone().orElse(ZoneId.of("UTC")),
        traits.soapAction().orElse(false),
        traits.closeConnection().orElse(false),
        traits.waits(),
        traits.ocpp201().policy(first(rules, ChargerRule::topology)),
        first(rules, ChargerRule::quirks).orElse(List.of()),
        rules.stream().map(ChargerRule::access).reduce(Access.NONE, Access::orElse));
  }

  private static <T> Optional<T> first(
      List<ChargerRule> rules, Function<ChargerRule, Optional<T>> key) {
    return rules.stream().map(key).flatMap(Optional::stream).findFirst();
  }
}
