package org.ocppbridge.adapter.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/** A courier over a link and an outbox that do what the test says. */
abstract class CourierCase {
  static final Duration INTERVAL = FakeDesk.INTERVAL;
  static final Executor AT_ONCE = Runnable::run;

  final FakeLink link = new FakeLink();
  final FakeDesk desk = new FakeDesk();
  final Courier courier = new Courier(link, desk, AT_ONCE, Paces.fast());

  void keep(long seq, String action, String key) {
    courier.kept(row(seq, Message.latest(action, payload(), key)), false);
  }

  static Queued row(long seq, Message message) {
    return new Queued(seq, message, Instant.EPOCH, 0, Instant.EPOCH);
  }

  CompletableFuture<Reply> append(String action) {
    CompletableFuture<Reply> reply = courier.appended(desk.written(action));
    courier.pump();
    return reply;
  }

  static ObjectNode payload() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Reply result() {
    return new Reply.Result(payload());
  }

  static Reply error() {
    return new Reply.Error("InternalError", "no");
  }
}
