package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.console.view.DeadLetterDesk;
import org.ocppbridge.adapter.console.view.DeadLetterStatus;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.ledger.ExchangeRecorder;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two straight lines through the house: a charger's request to the CSMS and its answer back, a
 * command of the CSMS to the charger and its answer back. The one place where the pure mappings,
 * the SOAP edge, the link to the CSMS and the store meet.
 */
final class Bridge implements ChargerRequests, DeadLetterDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

  /** After this time a store that could not take that the clock was set is told again. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);

  /** A clock that went back by less was adjusted, not set. */
  private static final Duration ADJUSTED = Duration.ofSeconds(-2);

  /** How often the store is told who was heard. */
  static final Duration HEARD_EVERY = Duration.ofMinutes(5);

  /** Makes the parts of a charger; the wiring is {@code Wiring}'s. */
  interface Workshop {
    Charger charger(ChargerState state, Route route);
  }

  private volatile Routing routing;
  private final Store store;
  private final Workshop workshop;
  private final Time time;
  private volatile int chargersMax;
  private final Doorkeeper door;

  /** From the end of a charger's link to the beginning of its next one, by other settings. */
  private static final Duration HANDOVER = Duration.ofMillis(500);

  private final PatientMap<ChargerId, Charger> chargers = new PatientMap<>();

  /** Who was heard when, as the store was told last; by {@link Time#steady}. */
  private final Map<ChargerId, Instant> told = new ConcurrentHashMap<>();

  /** By {@link Time#steady}. */
  private volatile Instant toldAt = Instant.EPOCH;

  /** How far the clock was set since what was kept of chargers not served yet was written. */
  private volatile Duration clockSet;

  /** Whose state was taken up by this process: it goes by the clock as it is set. */
  private final Set<ChargerId> clockKnown = ConcurrentHashMap.newKeySet();

  private volatile boolean stopping;
  private volatile ExchangeRecorder recorder = ExchangeRecorder.NONE;

  /** Who is called what at which target. */
  private final Map<String, ChargerId> identities = new ConcurrentHashMap<>();

  /**
   * @param chargersMax most chargers served; over it new ones are refused
   * @param door who may speak as a charger
   */
  Bridge(
      Routing routing,
      Store store,
      Workshop workshop,
      Time time,
      int chargersMax,
      Doorkeeper door) {
    this.door = door;
    this.chargersMax = chargersMax;
    this.routing = routing;
    this.store = store;
    this.workshop = workshop;
    this.time = time;
    this.clockSet = setBack(store, time.now());
  }

  /**
   * How far the clock went back, at least, while the bridge did not run: what has happened cannot
   * be to come.
   */
  private static Duration setBack(Store store, Instant now) {
    Instant latest =
        store.chargers().stream()
            .flatMap(id -> store.lastHeard(id).stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Duration back = Duration.between(latest, now);
    if (back.compareTo(ADJUSTED) > 0) {
      return Duration.ZERO;
    }
    LOG.warn("the clock was set back since the bridge was last run, by {} or more", back.negated());
    return back;
  }

  /** Somebody set the clock, forward or back. */
  void clockStepped(Duration by) {
    LOG.warn("the clock was set by {}", by);
    clockSet = clockSet.plus(by);
    chargers.view().values().forEach(charger -> noting(charger, ChargerSession::clockStepped));
    told.clear();
    toldAt = Instant.EPOCH;
  }

  private void noting(Charger charger, Consumer<ChargerSession> step) {
    try {
      step.accept(charger.session());
    } catch (BridgeFault.NotStored e) {
      time.at(time.steady().plus(STORE_RETRY), () -> noting(charger, step));
    }
  }

  /** Has exchanges written down; called once, before anything else. */
  void record(ExchangeRecorder itsRecorder) {
    recorder = itsRecorder;
  }

  @Override
  public ExchangeRecorder recorder() {
    return recorder;
  }

  @Override
  public void admit(Caller caller) {
    switch (routing.decide(caller.id())) {
      case Routing.Decision.Refused(String reason) -> throw new BridgeFault.UnknownCharger(reason);
      case Routing.Decision.Admitted(Route route) -> door.admit(caller, route.settings().access());
    }
    if (chargers.size() >= chargersMax && chargers.get(caller.id()) == null) {
      throw new BridgeFault.Overloaded(
          "charger " + caller.id() + ": limits.chargers, " + chargersMax + ", are served already");
    }
  }

  @Override
  public <Q, A> A ask(Caller caller, Operation<Q, A> operation, Q request, List<Loss> losses) {
    store
        .trouble()
        .ifPresent(
            trouble -> {
              throw new BridgeFault.NotStored("the store takes nothing: " + trouble);
            });
    if (request instanceof BootNotification.Request boot) {
      routing
          .of(caller.id())
          .ifPresent(route -> door.booted(caller, route.settings().access(), boot));
    }
    Charger charger = chargers.change(caller.id(), known -> entered(caller, known));
    WatchedExchange.current().ifPresent(e -> e.csms(charger.route().target().protocol()));
    try {
      List<Loss> all = new ArrayList<>(losses);
      Q repaired = charger.quirks().request(operation, request, all);
      charger.session().losses().tell(operation.name(), all);
      return charger.answer(operation, repaired);
    } finally {
      charger.session().occupancy().leave();
    }
  }

  @Override
  public void tell(ChargerId id, String what, List<Loss> losses) {
    Optional.ofNullable(charger(id)).ifPresent(it -> it.session().losses().tell(what, losses));
  }

  /**
   * Takes up the chargers that the store knows, those with messages waiting first: arms their
   * wake-ups, and opens the links of those heard not long ago or with messages waiting (others when
   * they are heard again). Takes a while if they are many; chargers can be served meanwhile.
   */
  void takeUp() {
    List<ChargerId> known = new ArrayList<>(store.chargers());
    Set<ChargerId> owing =
        known.stream().filter(id -> store.depth(id) > 0).collect(Collectors.toSet());
    known.sort(Comparator.comparing(id -> !owing.contains(id)));
    for (ChargerId id : known) {
      if (stopping) {
        return;
      }
      if (chargers.size() >= chargersMax) {
        LOG.warn("limits.chargers, {}, are taken up; others when they are heard", chargersMax);
        return;
      }
      takeUp(id);
    }
    if (chargers.size() > 0) {
      LOG.info("{} chargers are known from before", chargers.size());
    }
  }

  private void takeUp(ChargerId id) {
    if (routing.decide(id) instanceof Routing.Decision.Refused(String reason)) {
      LOG.warn("charger {} is known from before but {}; {} wait", id, reason, store.depth(id));
      return;
    }
    try {
      Charger charger =
          chargers.change(id, known -> known == null ? create(id, SoapVersion.V16) : known);
      charger.takeUp(
          store.lastHeard(id).map(at -> at.plus(clockSet)).orElse(Instant.EPOCH),
          time.now().minus(HEARD_EVERY));
    } catch (RuntimeException e) {
      LOG.error("charger {} is known from before but cannot be taken up", id, e);
    }
  }

  /**
   * Under the map's lock for this charger, so that one that just spoke is never forgotten, and its
   * parts are not exchanged while it is asked something.
   */
  private Charger entered(Caller caller, Charger known) {
    Charger charger = known == null ? create(caller.id(), caller.version()) : known;
    charger.heard(caller);
    if (!charger.session().occupancy().enter()) {
      throw new IllegalStateException("charger " + caller.id() + " is served by parts of before");
    }
    return charger;
  }

  private Charger create(ChargerId id, SoapVersion version) {
    Route route =
        routing
            .of(id)
            .orElseThrow(() -> new BridgeFault.UnknownCharger("charger " + id + " has no route"));
    ChargerId other = identities.putIfAbsent(route.station(), id);
    if (other != null && !other.equals(id)) {
      throw new BridgeFault.UnknownCharger(
          "charger %s would be '%s' at target %s, which is charger %s already; give one of them a csms.identity"
              .formatted(id, route.settings().csmsIdentity(), route.targetName(), other));
    }
    Optional<ChargerState> kept = store.find(id);
    ChargerState fresh = ChargerState.fresh(id, version, numberFromClock(time.now()));
    Charger charger = workshop.charger(kept.orElse(fresh), route);
    charger.settle();
    Duration by = clockSet;
    if (clockKnown.add(id) && kept.isPresent() && !by.isZero()) {
      noting(charger, session -> session.clockStepped(by));
    }
    return charger;
  }

  /** Other settings of chargers are in force; what they change takes {@link #renew}. */
  void reroute(Routing next, int nextChargersMax) {
    routing = next;
    chargersMax = nextChargersMax;
  }

  /**
   * Chargers that settings would make one and the same station for a CSMS, one line each; among
   * those that are served.
   */
  List<String> clashes(Routing next) {
    Map<String, ChargerId> stations = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    for (ChargerId id : chargers.view().keySet().stream().sorted().toList()) {
      next.of(id)
          .ifPresent(
              route -> {
                ChargerId other = stations.putIfAbsent(route.station(), id);
                if (other != null) {
                  clashes.add(
                      "chargers: %s and %s would both be '%s' at target %s"
                          .formatted(
                              other, id, route.settings().csmsIdentity(), route.targetName()));
                }
              });
    }
    return clashes;
  }

  /** Chargers that are not served as the settings in force want it. */
  List<ChargerId> outdated() {
    return chargers.view().values().stream().filter(this::isOutdated).map(Charger::id).toList();
  }

  private boolean isOutdated(Charger charger) {
    return routing.of(charger.id()).filter(route -> charger.route().servesAs(route)).isEmpty();
  }

  /**
   * Has a charger served as the settings in force want it, with new parts that go on with what is
   * stored; if its settings let it in no more, ends its link.
   *
   * @param owing also if it has still to finish something where it was served so far
   * @return whether that is so now; false: not yet
   */
  boolean renew(ChargerId id, boolean owing) {
    Charger old = chargers.get(id);
    if (old == null || !isOutdated(old)) {
      return true;
    }
    Charger now = chargers.change(id, known -> known == null ? null : renewed(known, owing));
    if (old.equals(now)) {
      return false;
    }
    old.link().close();
    old.session().linkDown("other settings are in force");
    if (now != null) {
      // The CSMS shall have seen the old link's end.
      time.at(time.steady().plus(HANDOVER), () -> now.takeUp(old.lastHeard(), old.lastHeard()));
    }
    return true;
  }

  /** Under the map's lock for this charger. */
  private Charger renewed(Charger charger, boolean owing) {
    Optional<Route> next = routing.of(charger.id());
    if (!charger.mayLeaveFor(next, owing)
        || next.filter(route -> isTaken(route, charger.id())).isPresent()
        || !charger.session().retire()) {
      return charger;
    }
    identities.remove(charger.route().station(), charger.id());
    if (next.isEmpty()) {
      return null;
    }
    try {
      return create(charger.id(), charger.session().state().version());
    } catch (RuntimeException e) {
      LOG.error("charger {} cannot be served by its new settings", charger.id(), e);
      return null;
    }
  }

  private boolean isTaken(Route route, ChargerId id) {
    ChargerId holder = identities.get(route.station());
    return holder != null && !holder.equals(id);
  }

  /**
   * The number before a charger's first transaction: seconds since 2020. All numbers given before,
   * one a second at most, lie below it, also those of a store that was lost or a charger that was
   * forgotten.
   */
  static int numberFromClock(Instant now) {
    long seconds = Duration.between(Instant.parse("2020-01-01T00:00:00Z"), now).toSeconds();
    return (int) Math.floorMod(seconds, 1_500_000_000L);
  }

  /** The chargers heard since the start, by identity. */
  List<Charger> chargers() {
    return chargers.view().values().stream().sorted(Comparator.comparing(Charger::id)).toList();
  }

  @Override
  public boolean retry(String id, long number) {
    return find(id).filter(charger -> charger.retry(number)).isPresent();
  }

  @Override
  public boolean drop(String id, long number) {
    return find(id).filter(charger -> charger.session().drop(number)).isPresent();
  }

  @Override
  public List<DeadLetterStatus> page(String id, long after) {
    return find(id).stream()
        .flatMap(charger -> charger.session().deadLetters(after).stream())
        .map(ChargerDetails::letter)
        .toList();
  }

  /** Drops dead letters that are older than that. */
  void expireLetters(Duration age) {
    Instant before = time.now().minus(age);
    chargers.view().values().forEach(charger -> charger.session().expire(before));
  }

  /** The charger of that identity; empty also if it cannot be one. */
  Optional<Charger> find(String id) {
    try {
      return Optional.ofNullable(charger(new ChargerId(id)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The charger, if it was heard since the start; else null. */
  Charger charger(ChargerId id) {
    return chargers.get(id);
  }

  /**
   * Closes the links of chargers that have been silent for too long, and makes room for new ones
   * where that is getting scarce.
   */
  void lookForSilence() {
    chargers.view().values().forEach(Charger::closeIfSilent);
    if (!time.steady().isBefore(toldAt.plus(HEARD_EVERY))) {
      tellHeard();
    }
    int tooMany = chargers.size() - (chargersMax - chargersMax / 10);
    if (tooMany >= 0) {
      forget(tooMany + 1);
    }
  }

  /** Tells the store who was heard since it was told last. */
  private void tellHeard() {
    toldAt = time.steady();
    Map<ChargerId, Instant> lately = new HashMap<>();
    Map<ChargerId, Instant> now = new HashMap<>();
    chargers
        .view()
        .forEach(
            (id, charger) -> {
              if (!charger.heardAt().equals(told.getOrDefault(id, Instant.EPOCH))) {
                lately.put(id, charger.lastHeard());
                now.put(id, charger.heardAt());
              }
            });
    store.heard(lately);
    told.putAll(now);
  }

  /**
   * Forgets so many chargers that are gone and for whom nothing waits, the longest silent first.
   */
  private void forget(int count) {
    List<ChargerId> gone =
        chargers.view().values().stream()
            .filter(this::isGone)
            .sorted(Comparator.comparing(Charger::heardAt))
            .limit(count)
            .map(Charger::id)
            .toList();
    gone.forEach(id -> chargers.change(id, known -> known == null ? null : forgotten(known)));
    if (!gone.isEmpty()) {
      LOG.info("{} chargers that were gone are forgotten, to make room for others", gone.size());
    }
  }

  private Charger forgotten(Charger charger) {
    if (!isGone(charger)) {
      return charger;
    }
    store.forget(charger.id());
    told.remove(charger.id());
    clockKnown.remove(charger.id());
    identities.remove(charger.route().station(), charger.id());
    return null;
  }

  private boolean isGone(Charger charger) {
    ChargerSession session = charger.session();
    return charger.link().state() == CsmsLink.State.CLOSED
        && store.deadLetters(charger.id()).kept().isEmpty()
        && session.depth() == 0
        && session.courier().othersWaiting() == 0
        && session.state().transactions().open().findAny().isEmpty();
  }

  /**
   * Lets the connected CSMSs take the transaction messages that wait; what is left then is told,
   * charger by charger. Blocks.
   */
  void drain(Duration longest) {
    stopping = true;
    Drain.start(this::chargers, time, longest).join();
    for (Charger charger : chargers()) {
      int left = charger.session().depth();
      if (left > 0) {
        LOG.warn("charger {}: {} messages did not reach the CSMS so far", charger.id(), left);
      }
    }
  }

  /** Closes all links, with the WebSocket's own farewell. */
  @Override
  public void close() {
    try {
      tellHeard();
    } catch (BridgeFault.NotStored e) {
      LOG.warn("when chargers were last heard is not kept: {}", e.getMessage());
    }
    chargers.view().values().stream().map(Charger::link).forEach(CsmsLink::close);
  }
}
