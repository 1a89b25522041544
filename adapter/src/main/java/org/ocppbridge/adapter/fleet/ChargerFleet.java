package org.ocppbridge.adapter.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All chargers that are served, from the first word of each or the start to the end. */
public final class ChargerFleet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChargerFleet.class);

  private final Time time;
  private final ClockSteps clock;
  private final ServedChargers served;
  private final SilenceWatch silence;
  private final Renewal renewal;
  private final Moves moves;
  private final TakeUp takeUp;
  private volatile boolean stopping;

  /**
   * Serves nobody yet.
   *
   * @param chargersMax most chargers served; over it new ones are refused
   */
  public ChargerFleet(Routing routing, Store store, Workshop workshop, Time time, int chargersMax) {
    this.time = time;
    this.clock = new ClockSteps(store, time);
    this.served = new ServedChargers(routing, chargersMax, store, workshop, time, clock);
    this.silence = new SilenceWatch(served, store, clock, time);
    this.renewal = new Renewal(served, time);
    this.moves = new Moves(renewal);
    this.takeUp = new TakeUp(served, store, clock, time, () -> stopping);
  }

  /** Where the settings in force have chargers served. */
  public Routing routing() {
    return served.routing();
  }

  /**
   * Sees that there is room for a charger.
   *
   * @throws BridgeFault.Overloaded if as many others as may be are served already
   */
  public void makeRoom(ChargerId id) {
    if (served.count() >= served.max() && !served.contains(id)) {
      throw new BridgeFault.Overloaded(
          "charger " + id + ": limits.chargers, " + served.max() + ", are served already");
    }
  }

  /**
   * A charger speaks: it is served from now on. Its parts are not exchanged before its occupancy is
   * left.
   *
   * @throws BridgeFault.UnknownCharger if no settings say how to serve it, or another charger is
   *     what it would be for its CSMS
   */
  public Charger enter(Caller caller) {
    return served.enter(caller);
  }

  /** The charger, if it was heard since the start; else null. */
  public Charger charger(ChargerId id) {
    return served.get(id);
  }

  /** The charger of that identity; empty also if it cannot be one. */
  public Optional<Charger> find(String id) {
    try {
      return Optional.ofNullable(charger(new ChargerId(id)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The chargers heard since the start, by identity. */
  public List<Charger> chargers() {
    return served.all().stream().sorted(Comparator.comparing(Charger::id)).toList();
  }

  /**
   * Takes up the chargers that the store knows, those with messages waiting first: arms their
   * wake-ups, and opens the links of those heard not long ago or with messages waiting (others when
   * they are heard again). Takes a while if they are many; chargers can be served meanwhile.
   */
  public void takeUp() {
    takeUp.all();
  }

  /** Somebody set the clock, forward or back. */
  public void clockStepped(Duration by) {
    clock.stepped(by, served.all());
    silence.tellAnew();
  }

  /** Other settings of chargers are in force; what they change takes {@link #moves}. */
  public void reroute(Routing next, int nextChargersMax) {
    served.use(next, nextChargersMax);
  }

  /**
   * Chargers that settings would make one and the same station for a CSMS, one line each; among
   * those that are served.
   */
  public List<String> clashes(Routing next) {
    return renewal.clashes(next);
  }

  /** The chargers that are not yet served as the settings in force want it. */
  public Moves moves() {
    return moves;
  }

  /** Drops dead letters that are older than that. */
  public void expireLetters(Duration age) {
    Instant before = time.now().minus(age);
    served.all().forEach(charger -> charger.session().expire(before));
  }

  /**
   * Closes the links of chargers that have been silent for too long, and makes room for new ones
   * where that is getting scarce.
   */
  public void lookForSilence() {
    silence.look();
  }

  /**
   * Lets the connected CSMSs take the transaction messages that wait; what is left then is told,
   * charger by charger. Blocks.
   */
  public void drain(Duration longest) {
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
      silence.tellHeard();
    } catch (BridgeFault.NotStored e) {
      LOG.warn("when chargers were last heard is not kept: {}", e.getMessage());
    }
    served.all().stream().map(Charger::link).forEach(CsmsLink::close);
  }
}
