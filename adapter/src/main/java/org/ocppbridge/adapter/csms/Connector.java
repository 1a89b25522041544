package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.function.Consumer;

/** Makes the connections of one link, and leaves them. */
final class Connector {

  /** Longest wait for the CSMS's part of a close; then the connection is dropped. */
  static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  /** Most characters received and not yet looked at, over the largest message. */
  private static final int RECEIVED_WAITING_MAX = 4 * 1024 * 1024;

  private final Surroundings around;
  private final Pacer pacer;
  private final Counters counters;
  private final Lane lane;

  /**
   * @param lane the link's
   */
  Connector(Surroundings around, Pacer pacer, Counters counters, Lane lane) {
    this.around = around;
    this.pacer = pacer;
    this.counters = counters;
    this.lane = lane;
  }

  /** Waits for a turn among the links of the target. */
  Pacer.Turn queue(Consumer<Pacer.Turn> ready) {
    return pacer.queue(ready);
  }

  /** Starts a handshake; what comes of it is told to the link. */
  Phase.Dialling dial(LinkSettings settings, Pacer.Turn turn, Attempt.Home home) {
    Attempt attempt =
        new Attempt(lane, home, (long) RECEIVED_WAITING_MAX + settings.target().frameMax());
    Duration most = settings.target().times().handshake();
    String late = "no answer to the handshake within " + most.toMillis() + " ms";
    Timers.Timer deadline =
        around.timers().after(most, () -> attempt.refused(Dialer.Refusal.of(late)));
    return new Phase.Dialling(attempt, turn, around.dialer().dial(settings, attempt), deadline);
  }

  /**
   * What is said over a connection that came about.
   *
   * @param deliver gets the CSMS's calls
   * @param broken told when the connection is of no more use, with the reason
   */
  Session session(
      LinkSettings settings,
      Duration pingInterval,
      Wire wire,
      Consumer<CsmsLink.Incoming> deliver,
      Consumer<String> broken) {
    return new Session(around, lane, settings, pingInterval, wire, counters, deliver, broken);
  }

  /**
   * Leaves a connection politely: close frame first.
   *
   * @param backOff whether the next one is to be waited for
   */
  Phase.Closing leave(Phase.Up up, int code, String reason, boolean backOff) {
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
    return new Phase.Closing(up.attempt(), deadline, backOff);
  }
}
