package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.mappings.Reply;

/**
 * The states of a link and what leads from one to the next.
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
final class LinkMachine implements Attempt.Home {

  private final Ways ways;
  private final Surroundings around;
  private final Connector connector;
  private final Consumer<Boolean> openness;
  private final Lane lane;
  private final Teller teller;
  private final BackOff waits;

  /** Also set by whoever wants it changed, ahead of the lane. */
  private volatile State state = State.CLOSED;

  /** The way that was dialled last. */
  private volatile LinkSettings settings;

  private Phase phase = new Phase.Closed();
  private boolean wanted;
  private Duration pingInterval;

  /**
   * @param lane all but what says otherwise is to be called on it
   * @param openness told when the link is open, and when all of it is closed
   */
  LinkMachine(
      Ways ways,
      Surroundings around,
      Connector connector,
      Lane lane,
      Teller teller,
      Consumer<Boolean> openness) {
    this.ways = ways;
    this.settings = ways.next();
    this.pingInterval = settings.target().times().pingInterval();
    this.around = around;
    this.connector = connector;
    this.lane = lane;
    this.openness = openness;
    this.teller = teller;
    this.waits = new BackOff(settings.target().reconnect(), around);
  }

  /** On any thread. */
  State state() {
    return state;
  }

  /** What it will be soon; on any thread. */
  void state(State soon) {
    state = soon;
  }

  /** How long an answer is waited for over the way that was dialled last; on any thread. */
  Duration patience() {
    return settings.target().times().call();
  }

  /** Starts to connect; does nothing if that is wanted already. */
  void open() {
    if (wanted) {
      return;
    }
    wanted = true;
    openness.accept(true);
    waits.startAgain();
    teller.noTrouble();
    state = State.OPENING;
    if (phase instanceof Phase.Closed) {
      dialWhenAllowed();
    }
  }

  private void dialWhenAllowed() {
    Duration left = waits.left();
    if (left.isPositive()) {
      waitFor(left);
    } else {
      phase = new Phase.Queued(connector.queue(turn -> lane.run(() -> dial(turn))));
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
    phase = connector.dial(settings, turn, this);
  }

  /** Leaves the present connection, if there is one, and dials at once. */
  void reconnect(String why) {
    if (!wanted) {
      return;
    }
    waits.forget();
    switch (phase) {
      case Phase.Up up -> {
        state = State.BACK_OFF; // as in gone
        phase = connector.leave(up, 1000, why, false);
        tellDown(why);
      }
      case Phase.Waiting waiting -> {
        waiting.timer().cancel();
        dialWhenAllowed();
      }
      case Phase.Dialling dialling -> {
        dialling.stop();
        dialWhenAllowed();
      }
      case Phase.Queued ignored -> {}
      case Phase.Closing ignored -> {}
      case Phase.Closed ignored -> {}
    }
  }

  /** Pings so often on this connection and on later ones. */
  void pingEvery(Duration interval) {
    pingInterval = interval;
    if (phase instanceof Phase.Up up) {
      up.session().pingEvery(interval);
    }
  }

  /** Waits by other rules before dialling again. */
  void retryBy(Reconnect other) {
    waits.by(other);
  }

  /** Sends a CALL, if there is a connection. */
  void call(String action, ObjectNode payload, Duration timeout, CompletableFuture<Reply> reply) {
    if (phase instanceof Phase.Up up) {
      up.session().call(action, payload, timeout, reply);
    } else {
      around.threads().execute(() -> reply.complete(teller.notConnected()));
    }
  }

  /** Leaves the present connection, if there is one, and dials no more. */
  void close() {
    wanted = false;
    waits.startAgain();
    teller.noTrouble();
    state = State.CLOSED;
    switch (phase) {
      case Phase.Waiting waiting -> waiting.timer().cancel();
      case Phase.Queued queued -> queued.turn().done();
      case Phase.Dialling dialling -> dialling.stop();
      case Phase.Up up -> {
        phase = connector.leave(up, 1000, "the link was closed", false);
        return;
      }
      case Phase.Closing ignored -> {
        return;
      }
      case Phase.Closed ignored -> {}
    }
    phase = new Phase.Closed();
    openness.accept(false);
  }

  private void tellDown(String reason) {
    state = State.BACK_OFF;
    teller.down(reason);
  }

  private void backOff(Duration atLeast) {
    waitFor(waits.next(atLeast));
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
    state = State.UP;
    teller.up(settings.target().name());
    Session session =
        connector.session(
            settings, pingInterval, wire, teller::call, reason -> broken(attempt, wire, reason));
    phase = new Phase.Up(attempt, session, wire, around.timers().nanos());
  }

  private void broken(Attempt attempt, Wire wire, String reason) {
    wire.drop();
    gone(attempt, reason);
  }

  @Override
  public void refused(Attempt attempt, Dialer.Refusal refusal) {
    if (phase instanceof Phase.Dialling dialling && dialling.attempt() == attempt) {
      dialling.stop();
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
      state = State.BACK_OFF; // as in gone
      phase = connector.leave(up, closeCode, reason, true);
      waits.lost(up.since());
      tellDown(reason);
    }
  }

  @Override
  public void gone(Attempt attempt, String reason) {
    if (phase instanceof Phase.Up up && up.attempt() == attempt) {
      // Before the calls under way end: who asked looks at the state to tell a loss from silence.
      state = State.BACK_OFF;
      up.session().end(reason);
      waits.lost(up.since());
      tellDown(reason);
      backOff(Duration.ZERO);
    } else if (phase instanceof Phase.Closing closing && closing.attempt() == attempt) {
      closing.deadline().cancel();
      shutDone(closing);
    }
  }

  private void shutDone(Phase.Closing closing) {
    if (!wanted) {
      phase = new Phase.Closed();
      openness.accept(false);
    } else if (closing.backOff()) {
      backOff(Duration.ZERO);
    } else {
      dialWhenAllowed();
    }
  }
}
