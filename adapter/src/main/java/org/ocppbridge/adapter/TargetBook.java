package org.ocppbridge.adapter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.TargetConfig;
import org.ocppbridge.adapter.csms.CsmsLinks;
import org.ocppbridge.adapter.csms.CsmsTarget;
import org.ocppbridge.adapter.csms.Reconnect;
import org.ocppbridge.adapter.delivery.DrainPace;

/** The CSMSs of the settings in force, and what all chargers of one have in common. */
final class TargetBook {

  private record Pages(Map<String, CsmsTarget> targets, Map<String, Set<String>> hosts) {}

  private final CsmsLinks links;
  private final Map<String, DrainPace> paces = new ConcurrentHashMap<>();
  private volatile Pages pages;

  TargetBook(CsmsLinks links, BridgeConfig config) {
    this.links = links;
    this.pages = pages(config);
  }

  /** Other settings are in force. */
  void use(BridgeConfig config) {
    pages = pages(config);
    pages.targets().values().forEach(links::pace);
    config
        .targets()
        .forEach(
            (name, target) ->
                paces.computeIfPresent(name, (_, pace) -> paced(pace, target.drainRate())));
  }

  private static DrainPace paced(DrainPace pace, int perSecond) {
    pace.keep(perSecond);
    return pace;
  }

  CsmsTarget target(Route route) {
    return pages.targets().get(route.targetName());
  }

  /** Hosts that the CSMS of a route may name. */
  Set<String> hosts(Route route) {
    return pages.hosts().get(route.targetName());
  }

  /** How fast the CSMS of a route gets what waited for it. */
  DrainPace pace(Route route) {
    return paces.computeIfAbsent(
        route.targetName(), name -> new DrainPace(route.target().drainRate(), System::nanoTime));
  }

  private static Pages pages(BridgeConfig config) {
    Map<String, CsmsTarget> targets = new HashMap<>();
    Map<String, Set<String>> hosts = new HashMap<>();
    config
        .targets()
        .forEach(
            (name, target) -> {
              targets.put(name, csmsTarget(name, target));
              hosts.put(name, hosts(config, target));
            });
    return new Pages(targets, hosts);
  }

  /** Those of all targets, and what the settings add. */
  private static Set<String> hosts(BridgeConfig config, TargetConfig target) {
    return Stream.concat(
            target.security().hosts().stream(),
            config.targets().values().stream()
                .flatMap(t -> Stream.concat(Stream.of(t.url()), t.security().url().stream()))
                .map(url -> url.getHost().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static CsmsTarget csmsTarget(String name, TargetConfig target) {
    return CsmsTarget.of(name, target.url(), target.protocol())
        .withPace(new CsmsTarget.Pace(target.connectRate(), target.handshakesMax()))
        .withReconnect(
            new Reconnect(
                target.reconnect().waitMinimum(),
                target.reconnect().randomRange(),
                target.reconnect().repeatTimes()))
        .withFrameMax(target.maxFrame())
        .withTimes(
            new CsmsTarget.Times(
                target.handshakeTimeout(),
                target.pingInterval(),
                target.pongTimeout(),
                target.callTimeout()));
  }
}
