package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link that keeps itself connected.
 *
 * <pre>
 *            open                turn                  connected
 *  Closed ─────────▶ Queued ─────────▶ Dialling ─────────────────────▶ Up
 *    ▲                  ▲                  │ refused, too late          │ lost, no pong, not read
 *    │ gone             │ time is up       ▼                           │
 *    │                  └───────────── Waiting ◀────────────────────────┤
 *    │                                     ▲ gone                       │ close, or unacceptable message
 *    └──────────────────────────────────── Closing ◀────────────────────┘
 * </pre>
 *
 * {@code close} leads from everywhere to Closed, over Closing if there is a connection: the next
 * one to the same CSMS is not dialled before the old one is gone, because many a CSMS keeps the old
 * one and refuses the new. The count of re-dials starts again at zero when a connection has lasted
 * at least {@link Reconnect#waitMinimum()}, so that a CSMS which accepts and closes at once is not
 * hammered either.
 */
final class ReconnectingLink implements CsmsLink, Attempt.Home {

  /** Longest wait for the CSMS's part of a close; then the connection is dropped. */
  static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  /** Most characters received and not yet looked at, over the largest message. */
  static final int RECEIVED_WAITING_MAX = 4 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ReconnectingLink.class);

  private final Ways ways;
  private final Listener listener;
  private final Surroundings around;
  private final Pacer pacer;
  private final Counters counters;
  private final OpenLinks links;
  private final Lane lane;
  private final Lane telling;
  private volatile State state = State.CLOSED;
  private volatile String trouble = "";

  /** The way that was dialled last. */
  private volatile LinkSettings settings;

  // only on the lane
  private Phase phase = new Phase.Closed();
  private boolean wanted;
  private Duration pingInterval;
  private Reconnect rules;
  private int redials;
  private Optional<Long> notBefore = Optional.empty();

  ReconnectingLink(
      Ways ways,
      Listener listener,
      Surroundings around,
      Pacer pacer,
      Counters counters,
      OpenLinks links) {
    this.ways = ways;
    this.settings = ways.next();
    this.pingInterval = settings.target().times().pingInterval();
    this.rules = settings.target().reconnect();
    this.listener = listener;
    this.around = around;
    this.pacer = pacer;
    this.counters = counters;
    this.links = links;
    this.lane = new Lane(around.threads());
    this.telling = new Lane(around.threads());
  }

  @Override
  public void open() {
    if (state == State.CLOSED) {
      state = State.OPENING;
    }
    lane.run(this::startOpening);
  }

  @Override
  public void close() {
    state = State.CLOSED;
    lane.run(this::startClosing);
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload) {
    return call(action, payload, settings.target().times().call());
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout) {
    return call(action, payload, timeout, Tap.NONE);
  }

  @Override
  public CompletableFuture<Reply> call(
      String action, ObjectNode payload, Duration timeout, Tap tap) {
    if (state != State.UP) {
      return CompletableFuture.completedFuture(notConnected());
    }
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    lane.run(
        () -> {
          if (phase instanceof Phase.Up up) {
            up.session().call(action, payload, timeout, tap, reply);
          } else {
            around.threads().execute(() -> reply.complete(notConnected()));
          }
        });
    return reply;
  }

  private Reply.None notConnected() {
    String why = trouble;
    return new Reply.None(
        why.isEmpty() ? "not connected to the CSMS" : "not connected to the CSMS: " + why);
  }

  private void startOpening() {
    if (wanted) {
      return;
    }
    wanted = true;
    links.opened(this);
    redials = 0;
    trouble = "";
    state = State.OPENING;
    if (phase instanceof Phase.Closed) {
      dialWhenAllowed();
    }
  }

  private void dialWhenAllowed() {
    long rest = notBefore.map(time -> time - around.timers().nanos()).orElse(0L);
    if (rest > 0) {
      waitFor(Duration.ofNanos(rest));
    } else {
      notBefore = Optional.empty();
      phase = new Phase.Queued(pacer.queue(turn -> lane.run(() -> dial(turn))));
    }
  }

  private void waitFor(Duration wait) {
    Timers.Timer[] self = new Timers.Timer[1];
    self[0] = around.timers().after(wait, () -> lane.run(() -> waited(self[0])));
    phase = new Phase.Waiting(self[0]);
  }

  @SuppressWarnings("ReferenceEquality") // this very timer, not one like it
  private void waited(Timers.Timer timer) {
    if (phase instanceof Phase.Waiting waiting && waiting.timer() == timer) {
      dialWhenAllowed();
    }
  }

  private void dial(Pacer.Turn turn) {
    if (!(phase instanceof Phase.Queued queued) || queued.turn() != turn) {
      turn.done();
      return;
    }
    settings = ways.next();
    Attempt attempt =
        new Attempt(lane, this, (long) RECEIVED_WAITING_MAX + settings.target().frameMax());
    Duration most = settings.target().times().handshake();
    String late = "no answer to the handshake within " + most.toMillis() + " ms";
    Timers.Timer deadline =
        around.timers().after(most, () -> attempt.refused(Dialer.Refusal.of(late)));
    phase = new Phase.Dialling(attempt, turn, around.dialer().dial(settings, attempt), deadline);
  }

  @Override
  public void reconnect(String why) {
    if (state == State.UP) {
      state = State.BACK_OFF;
    }
    lane.run(() -> startAnew(why));
  }

  private void startAnew(String why) {
    if (!wanted) {
      return;
    }
    redials = 0;
    notBefore = Optional.empty();
    switch (phase) {
      case Phase.Up up -> {
        state = State.BACK_OFF; // as in lost
        shut(up, 1000, why, false);
        tellDown(why);
      }
      case Phase.Waiting waiting -> {
        waiting.timer().cancel();
        dialWhenAllowed();
      }
      case Phase.Dialling dialling -> {
        stop(dialling);
        dialWhenAllowed();
      }
      case Phase.Queued ignored -> {}
      case Phase.Closing ignored -> {}
      case Phase.Closed ignored -> {}
    }
  }

  @Override
  public void pingEvery(Duration interval) {
    lane.run(
        () -> {
          pingInterval = interval;
          if (phase instanceof Phase.Up up) {
            up.session().pingEvery(interval);
          }
        });
  }

  @Override
  public void retryBy(Reconnect other) {
    lane.run(() -> rules = other);
  }

  private void startClosing() {
    wanted = false;
    redials = 0;
    trouble = "";
    state = State.CLOSED;
    switch (phase) {
      case Phase.Waiting waiting -> waiting.timer().cancel();
      case Phase.Queued queued -> queued.turn().done();
      case Phase.Dialling dialling -> stop(dialling);
      case Phase.Up up -> {
        shut(up, 1000, "the link was closed", false);
        return;
      }
      case Phase.Closing ignored -> {
        return;
      }
      case Phase.Closed ignored -> {}
    }
    phase = new Phase.Closed();
    links.closed(this);
  }

  private static void stop(Phase.Dialling dialling) {
    dialling.deadline().cancel();
    dialling.dial().cancel();
    dialling.turn().done();
  }

  /** Leaves a connection politely: close frame first. */
  private void shut(Phase.Up up, int code, String reason, boolean backOff) {
    up.session().end(reason);
    up.wire().close(code, reason);
    Timers.Timer deadline =
        around
            .timers()
            .after(
                CLOSE_MAX,
                () -> {
                  up.wire().drop();
                  up.attempt().gone(reason);
                });
    phase = new Phase.Closing(up.attempt(), deadline, backOff);
  }

  private void lost(Phase.Up up, String reason) {
    // Before the calls under way end: who asked looks at the state to tell a loss from silence.
    state = State.BACK_OFF;
    up.session().end(reason);
    startAgainIfItLasted(up);
    tellDown(reason);
    backOff(Duration.ZERO);
  }

  private void startAgainIfItLasted(Phase.Up up) {
    if (around.timers().nanos() - up.since() >= rules.waitMinimum().toNanos()) {
      redials = 0;
    }
  }

  private void tellDown(String reason) {
    if (reason.equals(trouble)) {
      LOG.debug("{}: again {}", settings.identity(), reason);
    } else {
      LOG.info("{}: {}", settings.identity(), reason);
    }
    state = State.BACK_OFF;
    trouble = reason;
    telling.run(() -> listener.down(reason));
  }

  /** Waits by the rules, but not less than the CSMS asked for; jitter comes on top of either. */
  private void backOff(Duration atLeast) {
    Duration wait = rules.waitAfter(redials, around.random());
    redials++;
    if (atLeast.isPositive()) {
      Duration asked =
          atLeast.plus(
              new Reconnect(Duration.ZERO, rules.randomRange(), 0).waitAfter(0, around.random()));
      wait = wait.compareTo(asked) >= 0 ? wait : asked;
      notBefore = Optional.of(around.timers().nanos() + asked.toNanos());
    }
    waitFor(wait);
  }

  private void deliver(Incoming call) {
    telling.run(
        () -> {
          try {
            listener.call(call);
          } catch (RuntimeException e) {
            LOG.error(
                "{}: {} of the CSMS failed", settings.identity(), Printable.of(call.action()), e);
            call.answer(new CsmsAnswer.Error("InternalError", "the call could not be worked on"));
          }
        });
  }

  // What attempts tell, on the lane. Only the current one counts.

  @Override
  public void connected(Attempt attempt, Wire wire) {
    if (!(phase instanceof Phase.Dialling dialling) || dialling.attempt() != attempt) {
      wire.drop();
      return;
    }
    dialling.deadline().cancel();
    dialling.turn().done();
    ways.connected(settings);
    trouble = "";
    state = State.UP;
    LOG.info("{}: connected to {}", settings.identity(), settings.target().name());
    telling.run(listener::up);
    Session session =
        new Session(
            around,
            lane,
            settings,
            pingInterval,
            wire,
            counters,
            this::deliver,
            reason -> broken(attempt, wire, reason));
    phase = new Phase.Up(attempt, session, wire, around.timers().nanos());
  }

  private void broken(Attempt attempt, Wire wire, String reason) {
    wire.drop();
    gone(attempt, reason);
  }

  @Override
  public void refused(Attempt attempt, Dialer.Refusal refusal) {
    if (phase instanceof Phase.Dialling dialling && dialling.attempt() == attempt) {
      stop(dialling);
      ways.failed(settings, refusal.trouble(), refusal.reason());
      tellDown(refusal.reason());
      backOff(refusal.retryAfter().orElse(Duration.ZERO));
    }
  }

  @Override
  public void text(Attempt attempt, String message) {
    if (phase instanceof Phase.Up up && up.attempt() == attempt) {
      up.session().text(message);
    }
  }

  @Override
  public void pong(Attempt attempt) {
    if (phase instanceof Phase.Up up && up.attempt() == attempt) {
      up.session().pong();
    }
  }

  @Override
  public void unacceptable(Attempt attempt, int closeCode, String reason) {
    if (phase instanceof Phase.Up up && up.attempt() == attempt) {
      state = State.BACK_OFF; // as in lost
      shut(up, closeCode, reason, true);
      startAgainIfItLasted(up);
      tellDown(reason);
    }
  }

  @Override
  public void gone(Attempt attempt, String reason) {
    if (phase instanceof Phase.Up up && up.attempt() == attempt) {
      lost(up, reason);
    } else if (phase instanceof Phase.Closing closing && closing.attempt() == attempt) {
      closing.deadline().cancel();
      shutDone(closing);
    }
  }

  private void shutDone(Phase.Closing closing) {
    if (!wanted) {
      phase = new Phase.Closed();
      links.closed(this);
    } else if (closing.backOff()) {
      backOff(Duration.ZERO);
    } else {
      dialWhenAllowed();
    }
  }
}
