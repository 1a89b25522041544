package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ocppbridge.mappings.CsmsAnswer;

/**
 * The CSMS's CALLs on one connection: delivered one at a time, the next when the one before is
 * answered. Lives on the link's lane.
 */
final class Inbox {

  /**
   * Most calls of the CSMS that may wait; it should not send a second one before the answer to the
   * first.
   */
  static final int WAITING_MAX = 50;

  /**
   * When a call counts as unanswered and the next one is delivered. Far over any deadline for
   * asking a charger.
   */
  static final Duration ANSWER_MAX = Duration.ofMinutes(5);

  private final Surroundings around;
  private final Lane lane;
  private final Consumer<CsmsLink.Incoming> deliver;
  private final BiConsumer<String, Sending> send;
  private final Queue<Received> waiting = new ArrayDeque<>(1);
  private Delivered current;

  /** A call, and the frame it came in. */
  private record Received(Frame.Call call, String frame) {}

  /**
   * An answer on its way: what to send for it, and whom to tell.
   *
   * @param tap sees the frame
   */
  record Sending(CsmsAnswer answer, CompletableFuture<Void> handed, Consumer<String> tap) {
    static Sending error(String description) {
      return new Sending(
          new CsmsAnswer.Error("InternalError", description),
          new CompletableFuture<>(),
          sent -> {});
    }
  }

  Inbox(
      Surroundings around,
      Lane lane,
      Consumer<CsmsLink.Incoming> deliver,
      BiConsumer<String, Sending> send) {
    this.around = around;
    this.lane = lane;
    this.deliver = deliver;
    this.send = send;
  }

  /**
   * Takes a call; false if it repeats one that is in work.
   *
   * @param frame as it came
   */
  boolean add(Frame.Call call, String frame) {
    boolean repeated =
        current != null && current.messageId().equals(call.id())
            || waiting.stream().anyMatch(other -> other.call().id().equals(call.id()));
    if (repeated) {
      return false;
    }
    if (waiting.size() >= WAITING_MAX) {
      send.accept(call.id(), Sending.error("too many calls wait for their answers"));
    } else {
      waiting.add(new Received(call, frame));
      next();
    }
    return true;
  }

  /** Nothing more will be answered. */
  void end() {
    waiting.clear();
    if (current != null) {
      current.deadline.cancel();
      current = null;
    }
  }

  private void next() {
    if (current == null && !waiting.isEmpty()) {
      current = new Delivered(waiting.remove());
      deliver.accept(current);
    }
  }

  private void answered(Delivered call, Sending sending) {
    if (current != call) {
      sending.handed().complete(null); // answered before, or the connection is another one
      return;
    }
    call.deadline.cancel();
    current = null;
    send.accept(call.messageId(), sending);
    next();
  }

  private final class Delivered implements CsmsLink.Incoming {
    private final Frame.Call call;
    private final String frame;
    private final Timers.Timer deadline;

    Delivered(Received received) {
      this.call = received.call();
      this.frame = received.frame();
      this.deadline =
          around
              .timers()
              .after(
                  ANSWER_MAX,
                  () -> lane.run(() -> answered(this, Sending.error("no answer in time"))));
    }

    @Override
    public String messageId() {
      return call.id();
    }

    @Override
    public String frame() {
      return frame;
    }

    @Override
    public String action() {
      return call.action();
    }

    @Override
    public JsonNode payload() {
      return call.payload();
    }

    @Override
    public CompletableFuture<Void> answer(CsmsAnswer answer) {
      return answer(answer, sent -> {});
    }

    @Override
    public CompletableFuture<Void> answer(CsmsAnswer answer, Consumer<String> tap) {
      CompletableFuture<Void> handed = new CompletableFuture<>();
      lane.run(() -> answered(this, new Sending(answer, handed, tap)));
      return handed;
    }
  }
}
