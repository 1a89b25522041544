package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.Reconnect;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.delivery.Desk;
import org.ocppbridge.adapter.delivery.DrainPace;
import org.ocppbridge.adapter.link.Background;
import org.ocppbridge.adapter.link.LinkWays;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.LinkSecurity;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Settings;
import org.ocppbridge.mappings.Step;

/**
 * One charger at work, put together: its {@link StateKeeper}, the {@link StepWalk} through what the
 * mappings say, the {@link DeliveryDesk} of its courier to the CSMS. Obeys what a changed state
 * asks for: its {@link Alarms}, and settings of the link.
 */
public final class ChargerSession {
  private final ChargerId id;
  private final JsonDialect dialect;
  private final Supplier<Policy> policy;
  private final LossLog lossLog;
  private final StateKeeper keeper;
  private final StepWalk steps;
  private final DeliveryDesk desk;
  private final Occupancy occupancy = new Occupancy();
  private final Alarms alarms;
  private CsmsLink link;
  private Courier courier;
  private Optional<Secured> secured = Optional.empty();
  private Watch watch = Watch.NONE;

  private SessionRecorder recorder = SessionRecorder.NONE;

  /** Whether the link has to be made anew when the present command of the CSMS is answered. */
  private volatile boolean outdated;

  /**
   * What keeps the link secure.
   *
   * @param ways how it reaches the CSMS
   * @param background what the mappings have done in the background
   */
  public record Secured(LinkWays ways, LinkSecurity safety, Background background) {}

  /**
   * A session that goes on with what is known of the charger; it works once it is attached.
   *
   * @param asker asks the charger
   * @param policy as the settings in force have it
   */
  public ChargerSession(
      ChargerState state,
      JsonDialect dialect,
      Store store,
      Time time,
      ChargerCalls.Asker asker,
      Supplier<Policy> policy) {
    this.id = state.id();
    this.dialect = dialect;
    this.policy = policy;
    this.lossLog = new LossLog(id);
    this.keeper = new StateKeeper(state, store, time, policy, this::changed);
    this.steps =
        new StepWalk(id, keeper, lossLog, new ChargerCalls(id, asker, time), () -> courier, time);
    this.alarms = new Alarms(keeper, occupancy, time, this::due);
    this.desk = new DeliveryDesk(id, dialect, keeper, steps, time, policy);
  }

  /** Has somebody listen to its work; called once, before {@link #attach}. */
  public void watch(Watch listener) {
    watch = listener;
    lossLog.watch(listener);
  }

  /** Who listens to its work. */
  Watch watch() {
    return watch;
  }

  /** Has what the session does written down; called once, before {@link #attach}. */
  public void record(SessionRecorder itsRecorder) {
    recorder = itsRecorder;
    desk.record(itsRecorder);
  }

  SessionRecorder recorder() {
    return recorder;
  }

  /** Has the session keep its link secure; called once, before {@link #attach}. */
  public void secure(Secured parts) {
    secured = Optional.of(parts);
    keeper.uptime().secured(parts.safety());
  }

  /**
   * Connects the session to its link, and takes up what a state that was kept has still to do;
   * called once, before anything else.
   *
   * @param overdue how fast all chargers together catch up with what should have been done before
   */
  public void attach(CsmsLink itsLink, Courier itsCourier, DrainPace overdue) {
    this.link = itsLink;
    this.courier = itsCourier;
    keeper.kept().forEach(courier::restore);
    obey(state().settings());
    secured.ifPresent(s -> s.background().obey(Access.NONE, state().access()));
    alarms.takeUp(overdue);
  }

  ChargerId id() {
    return id;
  }

  CsmsLink link() {
    return link;
  }

  /** Brings its messages to the CSMS. */
  public Courier courier() {
    return courier;
  }

  /** What the courier asks of it. */
  public Desk desk() {
    return desk;
  }

  /** What is known of the charger now. */
  public ChargerState state() {
    return keeper.state();
  }

  /** What its CSMS speaks. */
  public JsonDialect dialect() {
    return dialect;
  }

  /** What is under way for the charger: whoever asks something of the session is inside. */
  public Occupancy occupancy() {
    return occupancy;
  }

  /**
   * Ends the session, if nothing is under way: it does nothing any more, and another can go on with
   * what is stored.
   *
   * @return whether it has ended
   */
  public boolean retire() {
    return occupancy.end(() -> !inBackground() && courier.retire());
  }

  private boolean inBackground() {
    Access access = state().access();
    return access.upload().isPresent()
        || access.signing().filter(signing -> signing.request().isEmpty()).isPresent();
  }

  /** Tells what could not be carried over. */
  public LossLog losses() {
    return lossLog;
  }

  /** Transaction messages waiting for the CSMS. */
  public int depth() {
    return keeper.depth();
  }

  /** What was given up. */
  public Store.DeadLetters deadLetters() {
    return keeper.deadLetters();
  }

  /** How much was given up. */
  public Store.LetterCounts letterCounts() {
    return keeper.letterCounts();
  }

  /** Whether an operator holds back what waits for the CSMS. */
  public boolean paused() {
    return desk.paused();
  }

  /**
   * Holds back all messages to the CSMS, or lets them go again.
   *
   * @return whether that is news
   */
  public boolean pause(boolean paused) {
    boolean news = desk.pause(paused);
    courier.pump();
    return news;
  }

  /** Dead letters after a number, a page of them. */
  public List<Store.DeadLetter> deadLetters(long after) {
    return keeper.deadLetters(after);
  }

  /** Drops dead letters from before that time. */
  public void expire(Instant before) {
    keeper.inTurn(() -> keeper.expire(before));
  }

  /** The charger as the mappings see it now. */
  public ChargerView view() {
    return keeper.view();
  }

  /** The link to the CSMS came up. */
  void linkUp() {
    keeper.uptime().up(keeper.now());
    courier.linkUp();
  }

  /** The link to the CSMS was lost or closed. */
  public void linkDown(String reason) {
    keeper.uptime().down(keeper.now());
    courier.linkDown(reason);
  }

  /** Does something about this charger in the store, in its turn. */
  public <T> T inTurn(Supplier<T> work) {
    return keeper.inTurn(work);
  }

  /** Keeps changes that follow from no mapping, such as an address that was learnt. */
  public void note(List<Change> changes) {
    keeper.inTurn(() -> keeper.note(changes, List.of()));
  }

  /**
   * Tries a dead letter once more, after all that waits.
   *
   * @return whether there is such a dead letter
   */
  boolean retry(long number) {
    boolean found =
        keeper.inTurn(
            () -> {
              Optional<Queued> row = keeper.retry(number);
              row.ifPresent(courier::appended);
              return row.isPresent();
            });
    courier.pump();
    return found;
  }

  /**
   * Throws a dead letter away.
   *
   * @return whether there was such a dead letter
   */
  public boolean drop(long number) {
    return keeper.inTurn(() -> keeper.drop(number));
  }

  /** Carries out an exchange from its first step to its answer. Blocks. */
  public <A> A carryOut(Function<ChargerView, Step<A>> first, Duration longest) {
    StepWalk.Ending<A> ending = walk(first, longest);
    ending.left().run();
    return ending.answer();
  }

  /** Carries out an exchange but sends nothing before its answer has left. Blocks. */
  <A> StepWalk.Ending<A> walk(Function<ChargerView, Step<A>> first, Duration longest) {
    return steps.walk(first, longest);
  }

  private void changed(ChargerState before, ChargerState after) {
    if (!after.settings().equals(before.settings())) {
      obey(after.settings());
    }
    if (!after.access().equals(before.access())) {
      secured.ifPresent(parts -> obey(parts, before.access(), after.access()));
    }
    alarms.changed(before.wakeUps(), after.wakeUps());
  }

  /**
   * Another order of network profiles holds at once, for the BootNotification that follows belongs
   * to the new CSMS. What else is to be tried waits until the CSMS has its answer.
   */
  private void obey(Secured parts, Access before, Access after) {
    parts.background().obey(before, after);
    if (!after.network().order().equals(before.network().order())) {
      if (parts.ways().leadElsewhere()) {
        link.reconnect("another network profile is in force");
      }
    } else if (after.untried()) {
      outdated = true;
    }
  }

  /** The CSMS has its answer: a link that is outdated by what it asked is made anew. */
  void answered() {
    if (outdated) {
      outdated = false;
      secured
          .filter(parts -> parts.ways().leadElsewhere())
          .ifPresent(parts -> link.reconnect("what to sign in with has changed"));
    }
  }

  /**
   * Somebody set the clock, forward or back: what is to happen after some time still does, and what
   * is to happen at a time of day happens then.
   *
   * @throws org.ocppbridge.mappings.BridgeFault.NotStored if it could not be noted
   */
  public void clockStepped() {
    alarms.clockStepped();
  }

  /** The same, of a clock that was set before the state was read. */
  public void clockStepped(Duration by) {
    alarms.clockStepped(by);
  }

  /** What the CSMS may set of its connection. */
  private void obey(Settings settings) {
    settings
        .numberOfLink("WebSocketPingInterval")
        .map(Duration::ofSeconds)
        .ifPresent(link::pingEvery);
    Policy.BackOff usual = policy.get().link().backOff();
    link.retryBy(
        new Reconnect(
            seconds(settings, "RetryBackOffWaitMinimum").orElse(usual.waitMinimum()),
            seconds(settings, "RetryBackOffRandomRange").orElse(usual.randomRange()),
            settings.numberOfLink("RetryBackOffRepeatTimes").orElse(usual.repeatTimes())));
  }

  private static Optional<Duration> seconds(Settings settings, String key) {
    return settings.numberOfLink(key).map(Duration::ofSeconds);
  }

  /** Something falls due that a mapping wanted done later. */
  private void due(String reason) {
    carryOut(view -> dialect.woken(reason, view), policy.get().waits().command());
  }
}
