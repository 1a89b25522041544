package org.ocppbridge.adapter.charger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ocppbridge.adapter.config.BridgeConfig.Presence;
import org.ocppbridge.adapter.config.BridgeConfig.Presence.OnSilence;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.diagnosis.ClockCheck;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.quirk.Quirks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A charger at work: its session with what the mappings say, its link to the CSMS, its presence.
 * Opens the link with the charger's first request and closes it when the charger has been silent
 * for too long, so that the CSMS sees it offline.
 */
public final class Charger implements CsmsLink.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Charger.class);

  private final ChargerSession session;
  private final Route route;
  private final Supplier<Presence> presence;
  private final LearntAddress address;
  private final Quirks quirks;
  private final Time time;
  private final CsmsCommands commands;
  private final InWork inWork = new InWork();
  private final Object opening = new Object();
  private final ClockCheck clock = new ClockCheck();
  private volatile Duration clockAhead = Duration.ZERO;

  /** When it was heard last, by {@link Time#steady}; the epoch: never. */
  private volatile Instant heardAt = Instant.EPOCH;

  /**
   * A charger at work by its session, served where the route leads.
   *
   * @param presence how silence is measured, as the settings in force have it
   * @param address where it can be called
   */
  public Charger(
      ChargerSession session,
      Route route,
      Supplier<Presence> presence,
      LearntAddress address,
      Time time) {
    this.session = session;
    this.route = route;
    this.presence = presence;
    this.address = address;
    this.quirks = Quirks.named(route.settings().quirks());
    this.time = time;
    this.commands = new CsmsCommands(session, route, time);
  }

  /** Its identity. */
  public ChargerId id() {
    return session.id();
  }

  /** Where it is served, and its settings. */
  public Route route() {
    return route;
  }

  /** Its link to the CSMS. */
  public CsmsLink link() {
    return session.link();
  }

  /** Its work by what the mappings say. */
  public ChargerSession session() {
    return session;
  }

  /** Where it can be called. */
  public LearntAddress address() {
    return address;
  }

  /** What of its requests is repaired. */
  public Quirks quirks() {
    return quirks;
  }

  /** When it was heard last, by {@link Time#steady}; the epoch: never. */
  public Instant heardAt() {
    return heardAt;
  }

  /** The same by the clock as it is now. */
  public Instant lastHeard() {
    Instant at = heardAt;
    return at.equals(Instant.EPOCH) ? at : time.now().minus(Duration.between(at, time.steady()));
  }

  /** The charger sent something: it is there, and says where it can be called. */
  public void heard(Caller caller) {
    List<Change> news = new ArrayList<>();
    address.heard(caller).map(Change.AddressLearnt::new).ifPresent(news::add);
    if (session.state().version() != caller.version()) {
      news.add(new Change.VersionSeen(caller.version()));
    }
    if (!news.isEmpty()) {
      session.note(news);
    }
    synchronized (opening) {
      heardAt = time.steady();
    }
    tellMistakes();
  }

  private void tellMistakes() {
    String name = id().value();
    Set<Mistake> over = EnumSet.copyOf(Mistake.AT_THE_DOOR);
    over.add(Mistake.NO_CALLBACK);
    over.add(Mistake.CALLBACK_NOT_ALLOWED);
    Optional<Mistake> mistake = address.mistake();
    mistake.ifPresent(over::remove);
    session.watch().over(name, over);
    mistake.ifPresent(found -> session.watch().noticed(found, name, address.shownBy()));
  }

  /** How far its clock is ahead (negative: behind), as far as that is known. */
  public Duration clockAhead() {
    return clockAhead;
  }

  private void lookAtClock(Object request) {
    Optional<Duration> ahead = Timestamps.of(request).flatMap(said -> clock.seen(said, time.now()));
    if (ahead.isEmpty()) {
      return;
    }
    clockAhead = ahead.get();
    session.watch().clock(clockAhead);
    if (ClockCheck.isOff(clockAhead)) {
      session.watch().noticed(Mistake.CLOCK_OFF, id().value(), ClockCheck.words(clockAhead));
    } else {
      session.watch().over(id().value(), EnumSet.of(Mistake.CLOCK_OFF));
    }
  }

  /**
   * The charger is served by this CSMS from now on. If it was another one before, what waits for
   * that outside transactions is dropped: this one hears how things stand anyway.
   */
  public void settle() {
    String csms = route.station() + " " + route.target().protocol().subprotocol();
    Optional<String> before = session.state().registration().csms();
    if (before.filter(known -> !known.equals(csms)).isPresent()) {
      LOG.info("charger {}: moves from {} to {}", id(), before.get(), csms);
      session.courier().dropOthers();
    }
    if (!before.equals(Optional.of(csms))) {
      session.note(List.of(new RegistrationChange.ServedBy(csms)));
    }
  }

  /**
   * Whether it need not be served any longer as it is, if it is to be served otherwise. What began
   * at one CSMS is finished there; what waits for one that speaks otherwise is of no use to the
   * next.
   *
   * @param next empty: it is not let in any more
   * @param owing whether it may leave transactions unfinished
   */
  public boolean mayLeaveFor(Optional<Route> next, boolean owing) {
    boolean waits = session.depth() > 0;
    if (next.isEmpty()) {
      return owing || !waits;
    }
    if (next.get().leadsWhere(route)) {
      return true;
    }
    boolean same = next.get().target().protocol() == route.target().protocol();
    boolean open = session.state().transactions().open().findAny().isPresent();
    return owing ? same || !waits : !waits && !open;
  }

  /**
   * The charger is known from an earlier run: opens its link if it is heard of still, or if
   * messages wait.
   *
   * @param at when it was last heard, as far as the store was told
   * @param since what the store was told last is from this time or later
   */
  public void takeUp(Instant at, Instant since) {
    synchronized (opening) {
      Instant then = time.steady().minus(Duration.between(at, time.now()));
      heardAt = at.isAfter(Instant.EPOCH) && then.isAfter(heardAt) ? then : heardAt;
    }
    boolean waits = session.depth() > 0 || session.courier().othersWaiting() > 0;
    if (waits || at.isAfter(since.minus(silenceMax()))) {
      openLink();
    }
  }

  /** Tries a dead letter once more; opens the link for it if need be. */
  public boolean retry(long number) {
    boolean found = session.retry(number);
    if (found) {
      openLink();
    }
    return found;
  }

  private void openLink() {
    synchronized (opening) {
      if (link().state() == CsmsLink.State.CLOSED) {
        link().open();
      }
    }
  }

  /** Answers a request of the charger. */
  public <Q, A> A answer(Operation<Q, A> operation, Q request) {
    lookAtClock(request);
    session.recorder().route();
    return inWork.once(
        operation,
        request,
        () ->
            session.carryOut(
                view -> {
                  // On the lane: what the link's coming up leads to has to know of this request.
                  openLink();
                  return session
                      .losses()
                      .telling(
                          operation.name(),
                          session.dialect().fromCharger(operation, request, view));
                },
                commandTime()));
  }

  private Duration commandTime() {
    return session.view().policy().waits().command();
  }

  @Override
  public void up() {
    session.linkUp();
    // Not waited for: a CSMS may ask the charger before it answers the BootNotification.
    time.run(() -> session.occupancy().inside(this::connected));
  }

  private void connected() {
    session.carryOut(view -> session.dialect().connected(view), commandTime());
  }

  @Override
  public void down(String reason) {
    session.linkDown(reason);
  }

  /** A command of the CSMS. Its answer leaves before the messages that follow from it. */
  @Override
  public void call(CsmsLink.Incoming call) {
    commands.call(call);
  }

  /**
   * Carries out a command of the operator as if the CSMS had given it. Blocks.
   *
   * @return what the CSMS would have been answered
   */
  public CsmsAnswer command(String action, ObjectNode payload) {
    return commands.ofOperator(action, payload);
  }

  /** Leaves the connection to the CSMS, if there is one, and makes a new one. */
  public void reconnect() {
    openLink();
    link().reconnect("an operator asked for it");
  }

  /**
   * Closes the link if the charger was silent for several heartbeat intervals, but not before the
   * CSMS has got all there is for it: the charger may never be heard again.
   */
  public void closeIfSilent() {
    synchronized (opening) {
      boolean open = link().state() != CsmsLink.State.CLOSED;
      if (presence.get().onSilence() == OnSilence.CLOSE
          && open
          && isSilent()
          && session.depth() == 0
          && session.courier().idle()) {
        LOG.info("charger {}: silent since {}, its link is closed", id(), lastHeard());
        link().close();
        session.linkDown("the charger is silent");
      }
    }
  }

  /** Whether it was silent for several heartbeat intervals. */
  public boolean isSilent() {
    return time.steady().isAfter(heardAt.plus(silenceMax()));
  }

  /** By the interval the charger was told, which may be held below the CSMS's. */
  private Duration silenceMax() {
    Duration interval =
        session
            .state()
            .registration()
            .told()
            .map(BootNotification.Answer::interval)
            .map(Duration::ofSeconds)
            .orElseGet(() -> session.view().policy().heartbeatMax());
    Duration intervals = interval.multipliedBy(presence.get().intervals());
    return intervals.compareTo(presence.get().minimum()) > 0 ? intervals : presence.get().minimum();
  }
}
