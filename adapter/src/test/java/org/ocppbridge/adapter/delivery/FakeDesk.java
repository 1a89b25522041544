package org.ocppbridge.adapter.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/** An outbox in a list. */
final class FakeDesk implements Desk {
  static final Duration INTERVAL = Duration.ofSeconds(60);

  final Deque<Queued> outbox = new ArrayDeque<>();
  final List<String> parked = new ArrayList<>();
  final List<String> late = new ArrayList<>();
  final List<Long> released = new ArrayList<>();
  final List<Instant> wakeUps = new ArrayList<>();
  final Deque<Runnable> alarms = new ArrayDeque<>();
  Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private Duration ahead = Duration.ZERO;
  long lastSeq;
  boolean queueAll;
  Clearance clearance = Clearance.GRANTED;

  Queued written(String action) {
    Message message = Message.transaction(action, JsonNodeFactory.instance.objectNode(), 1);
    Queued row = new Queued(++lastSeq, message, now, 0, now);
    outbox.addLast(row);
    return row;
  }

  @Override
  public Optional<Queued> head() {
    return Optional.ofNullable(outbox.peekFirst());
  }

  @Override
  public Clearance clearance(Message message) {
    return clearance;
  }

  @Override
  public Message filledIn(Queued head) {
    return head.message();
  }

  @Override
  public void settled(Queued head, Reply reply, boolean isParked) {
    outbox.removeFirst();
    if (isParked) {
      parked.add(head.message().action());
    }
  }

  @Override
  public Desk.Retry retry() {
    return new Desk.Retry(5, INTERVAL);
  }

  @Override
  public boolean queueAll() {
    return queueAll;
  }

  @Override
  public void refused(Queued head) {
    outbox.removeFirst();
    outbox.addFirst(head);
  }

  @Override
  public void release(long seq) {
    released.add(seq);
  }

  @Override
  public void answeredLate(Message message, Reply reply) {
    late.add(message.action());
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant steady() {
    return now.minus(ahead);
  }

  /** Somebody sets the clock. */
  void setClock(Duration by) {
    now = now.plus(by);
    ahead = ahead.plus(by);
  }

  @Override
  public void wakeAt(Instant time, Runnable alarm) {
    wakeUps.add(time);
    alarms.addLast(alarm);
  }
}
