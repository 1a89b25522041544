package org.ocppbridge.adapter.csms;

import java.util.concurrent.Executor;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a link's listener what happens, one thing after the other, and the log. */
final class Teller {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  private final String identity;
  private final CsmsLink.Listener listener;
  private final Lane lane;
  private volatile String trouble = "";

  /**
   * @param identity what the CSMS calls the charger, for people
   */
  Teller(String identity, CsmsLink.Listener listener, Executor threads) {
    this.identity = identity;
    this.listener = listener;
    this.lane = new Lane(threads);
  }

  /** Why the last try failed or the connection was lost; empty while all is well. */
  String trouble() {
    return trouble;
  }

  /** The answer to a CALL of ours that cannot be sent. */
  Reply.None notConnected() {
    String why = trouble;
    return new Reply.None(
        why.isEmpty() ? "not connected to the CSMS" : "not connected to the CSMS: " + why);
  }

  /** What was wrong does not matter any more. */
  void noTrouble() {
    trouble = "";
  }

  /**
   * The link is up.
   *
   * @param target the CSMS's name
   */
  void up(String target) {
    trouble = "";
    LOG.info("{}: connected to {}", identity, target);
    lane.run(listener::up);
  }

  /** The link is down; the same reason again is no news for the log. */
  void down(String reason) {
    if (reason.equals(trouble)) {
      LOG.debug("{}: again {}", identity, reason);
    } else {
      LOG.info("{}: {}", identity, reason);
    }
    trouble = reason;
    lane.run(() -> listener.down(reason));
  }

  /** A CALL of the CSMS; it gets an answer even if the listener fails over it. */
  void call(CsmsLink.Incoming call) {
    lane.run(
        () -> {
          try {
            listener.call(call);
          } catch (RuntimeException e) {
            LOG.error("{}: {} of the CSMS failed", identity, Printable.of(call.action()), e);
            call.answer(new CsmsAnswer.Error("InternalError", "the call could not be worked on"));
          }
        });
  }
}
