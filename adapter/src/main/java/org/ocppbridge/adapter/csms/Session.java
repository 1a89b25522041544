package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said over one connection, from its start to its end. Lives on the link's lane. */
final class Session {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Surroundings around;
  private final Lane lane;
  private final LinkSettings settings;
  private final Wire wire;
  private final Counters counters;
  private final Consumer<String> broken;
  private final Calls calls;
  private final Inbox inbox;
  private Timers.Timer pinging = () -> {};
  private boolean heard;
  private boolean complained;
  private boolean ended;
  private Duration pingInterval;

  /**
   * @param deliver gets the CSMS's calls
   * @param broken told when the connection is of no more use, with the reason
   */
  Session(
      Surroundings around,
      Lane lane,
      LinkSettings settings,
      Duration pingInterval,
      Wire wire,
      Counters counters,
      Consumer<CsmsLink.Incoming> deliver,
      Consumer<String> broken) {
    this.around = around;
    this.lane = lane;
    this.settings = settings;
    this.wire = wire;
    this.counters = counters;
    this.broken = broken;
    this.calls =
        new Calls(around, lane, settings.target().frameMax(), frame -> send(frame, () -> {}));
    this.inbox = new Inbox(around, lane, deliver, this::answer);
    this.pingInterval = pingInterval;
    if (!pingInterval.isZero()) {
      // the first one at random, so that a fleet that came up together does not ping together
      pingAfter(Duration.ofNanos(1 + around.random().nextLong(pingInterval.toNanos())));
    }
  }

  /** Pings at another interval from now on; zero: no more. */
  void pingEvery(Duration interval) {
    pingInterval = interval;
    if (pinging != null) {
      pinging.cancel();
    }
    if (!interval.isZero() && !ended) {
      pingAfter(interval);
    }
  }

  void call(
      String action,
      ObjectNode payload,
      Duration timeout,
      CsmsLink.Tap tap,
      CompletableFuture<Reply> reply) {
    calls.add(action, payload, timeout, tap, reply);
  }

  /** Takes a message of the CSMS. */
  void text(String message) {
    heard = true;
    switch (Frame.read(message)) {
      case Frame.Call call -> {
        if (!inbox.add(call, message)) {
          counters.repeated.increment();
          LOG.debug("{}: repeated call {} ignored", settings.identity(), Printable.of(call.id()));
        }
      }
      case Frame.CallResult result -> result(result, message);
      case Frame.CallError error ->
          answered(error.id(), new Reply.Error(error.code(), error.description()), message);
      case Frame.UnknownType unknown ->
          complain("unknown message type " + unknown.type() + " ignored");
      case Frame.Unreadable unreadable -> unreadable(unreadable, message);
    }
  }

  void pong() {
    heard = true;
  }

  /** The connection is gone, or will be. */
  void end(String reason) {
    ended = true;
    pinging.cancel();
    calls.end(reason);
    inbox.end();
  }

  private void result(Frame.CallResult result, String message) {
    if (result.payload() instanceof ObjectNode object) {
      answered(result.id(), new Reply.Result(object), message);
    } else {
      oddResult(result.id(), "its payload is not an object", message);
    }
  }

  /**
   * Whatever it looks like, it says that the call was carried out: sending it again would carry it
   * out twice.
   */
  private void oddResult(String id, String what, String message) {
    if (answered(id, new Reply.Result(JsonNodeFactory.instance.objectNode()), message)) {
      LOG.warn(
          "{}: answer {} of the CSMS taken as empty: {}",
          settings.identity(),
          Printable.of(id),
          what);
    }
  }

  private boolean answered(String id, Reply reply, String message) {
    boolean asked = calls.answered(id, reply, message);
    if (!asked) {
      counters.late.increment();
      LOG.debug(
          "{}: answer {} came too late or was never asked for",
          settings.identity(),
          Printable.of(id));
    }
    return asked;
  }

  private void unreadable(Frame.Unreadable frame, String message) {
    complain("unreadable message: " + frame.reason());
    if (frame.id().isEmpty()) {
      return;
    }
    String id = frame.id().get();
    if (frame.type() == 2) {
      answer(
          id,
          new Inbox.Sending(
              new CsmsAnswer.Error(formationViolation(), frame.reason()),
              new CompletableFuture<>(),
              sent -> {}));
    } else if (frame.type() == 3) {
      oddResult(id, frame.reason(), message);
    } else {
      answered(
          id,
          new Reply.Error(formationViolation(), "the CSMS's answer: " + frame.reason()),
          message);
    }
  }

  private String formationViolation() {
    return settings.target().protocol() == Target.OCPP16 ? "FormationViolation" : "FormatViolation";
  }

  private void answer(String id, Inbox.Sending sending) {
    CompletableFuture<Void> handed = sending.handed();
    if (ended || sending.answer() instanceof CsmsAnswer.Silence) {
      handed.complete(null);
      return;
    }
    String frame = frame(id, sending.answer());
    sending.tap().accept(frame);
    send(frame, () -> around.threads().execute(() -> handed.complete(null)));
  }

  private String frame(String id, CsmsAnswer answer) {
    String problem;
    try {
      String frame =
          switch (answer) {
            case CsmsAnswer.Result result -> Frame.callResult(id, result.payload());
            case CsmsAnswer.Error error -> Frame.callError(id, error.code(), error.description());
            case CsmsAnswer.Silence silence -> throw new IllegalArgumentException(silence.reason());
          };
      if (Utf8.length(frame) <= settings.target().frameMax()) {
        return frame;
      }
      problem =
          "the answer is longer than the "
              + settings.target().frameMax()
              + " bytes a frame may have";
    } catch (RuntimeException e) { // whatever is wrong with it, the CSMS has to get an answer
      problem = "the answer could not be written: " + e.getMessage();
    }
    LOG.warn("{}: {}", settings.identity(), problem);
    return Frame.callError(id, "InternalError", problem);
  }

  private boolean send(String frame, Runnable written) {
    if (wire.send(frame, written)) {
      return true;
    }
    written.run();
    broken.accept("the CSMS does not read what it is sent");
    return false;
  }

  private void pingAfter(Duration wait) {
    pinging = around.timers().after(wait, () -> lane.run(this::ping));
  }

  private void ping() {
    if (ended) {
      return;
    }
    heard = false;
    wire.ping();
    pinging =
        around.timers().after(settings.target().times().pong(), () -> lane.run(this::checkHeard));
  }

  /** Anything the CSMS sent since the ping proves that it is there. */
  private void checkHeard() {
    if (ended) {
      return;
    }
    Duration pong = settings.target().times().pong();
    if (heard) {
      Duration rest = pingInterval.minus(pong);
      pingAfter(rest.isNegative() ? Duration.ZERO : rest);
    } else {
      broken.accept("no pong within " + pong.toMillis() + " ms");
    }
  }

  private void complain(String what) {
    counters.unreadable.increment();
    if (complained) {
      LOG.debug("{}: {}", settings.identity(), what);
    } else {
      complained = true;
      LOG.warn(
          "{}: {} (further ones on this connection at level debug)", settings.identity(), what);
    }
  }
}
