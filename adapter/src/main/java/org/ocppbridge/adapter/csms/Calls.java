package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.ocppbridge.mappings.Reply;

/**
 * Our CALLs on one connection: one under way, the others in a queue (OCPP-J 1.6 §4.1.1). Lives on
 * the link's lane.
 */
final class Calls {

  /** Most calls that may wait behind the one under way. */
  static final int WAITING_MAX = 200;

  private record Waiting(
      String action,
      ObjectNode payload,
      Duration timeout,
      CsmsLink.Tap tap,
      CompletableFuture<Reply> reply) {}

  private record UnderWay(
      String id, Timers.Timer deadline, CsmsLink.Tap tap, CompletableFuture<Reply> reply) {}

  private final Surroundings around;
  private final Lane lane;
  private final int frameMax;
  private final Predicate<String> send;
  private final Queue<Waiting> waiting = new ArrayDeque<>(2);
  private UnderWay underWay;

  /**
   * @param send hands a frame to the socket; false if the link broke over it
   */
  Calls(Surroundings around, Lane lane, int frameMax, Predicate<String> send) {
    this.around = around;
    this.lane = lane;
    this.frameMax = frameMax;
    this.send = send;
  }

  void add(
      String action,
      ObjectNode payload,
      Duration timeout,
      CsmsLink.Tap tap,
      CompletableFuture<Reply> reply) {
    if (waiting.size() >= WAITING_MAX) {
      complete(
          reply, new Reply.None("not sent: " + WAITING_MAX + " calls wait for the CSMS already"));
      return;
    }
    waiting.add(new Waiting(action, payload, timeout, tap, reply));
    next();
  }

  /**
   * Hands an answer to the call it belongs to; false if it belongs to none: late, or never asked.
   *
   * @param frame the answer as received
   */
  boolean answered(String id, Reply reply, String frame) {
    if (underWay == null || !underWay.id().equals(id)) {
      return false;
    }
    underWay.tap().received(frame);
    finish(reply);
    next();
    return true;
  }

  /** Nothing more will be answered. */
  void end(String reason) {
    Reply none = new Reply.None(reason);
    if (underWay != null) {
      finish(none);
    }
    for (Waiting call = waiting.poll(); call != null; call = waiting.poll()) {
      complete(call.reply(), none);
    }
  }

  private void next() {
    while (underWay == null && !waiting.isEmpty()) {
      start(waiting.remove());
    }
  }

  private void start(Waiting call) {
    if (call.reply().isDone()) {
      return; // the caller gave up meanwhile
    }
    String id = around.messageIds().get();
    String frame;
    try {
      frame = Frame.call(id, call.action(), call.payload());
    } catch (IllegalArgumentException e) {
      complete(call.reply(), new Reply.Unsendable("not sent: " + e.getMessage()));
      return;
    }
    if (Utf8.length(frame) > frameMax) {
      complete(
          call.reply(),
          new Reply.Unsendable(
              "not sent: longer than the " + frameMax + " bytes a frame may have"));
      return;
    }
    underWay =
        new UnderWay(
            id,
            around.timers().after(call.timeout(), () -> lane.run(() -> late(id, call.timeout()))),
            call.tap(),
            call.reply());
    call.tap().sent(frame);
    var _ = send.test(frame); // if it breaks the link, the link ends us
  }

  private void late(String id, Duration timeout) {
    if (underWay != null && underWay.id().equals(id)) {
      finish(new Reply.None("no answer within " + timeout.toMillis() + " ms"));
      next();
    }
  }

  private void finish(Reply reply) {
    UnderWay call = underWay;
    underWay = null;
    call.deadline().cancel();
    complete(call.reply(), reply);
  }

  /** On a thread of its own: what callers hang on to the future must not hold up the link. */
  private void complete(CompletableFuture<Reply> future, Reply reply) {
    around.threads().execute(() -> future.complete(reply));
  }
}
