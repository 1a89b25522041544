package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/** What the courier asks of the charger's session. */
public interface Desk {

  /** How a refused row is repeated (1.6 §3.7.1): {@code interval} times the preceding attempts. */
  record Retry(int attempts, Duration interval) {}

  /** The first row of the outbox. */
  Optional<Queued> head();

  /** Whether a message may go now. */
  Clearance clearance(Message message);

  /** The row's message with everything filled in. */
  Message filledIn(Queued head);

  /** The CSMS answered a row, or its attempts are used up: takes it out of the outbox. */
  void settled(Queued head, Reply reply, boolean parked);

  /**
   * Where it is written down what becomes of a message that is sent now.
   *
   * @param seq its number if it is kept; else 0
   * @param known where it belongs, unless that is closed
   */
  default Sending sending(Message message, long seq, Sending known) {
    return known;
  }

  /** How a refused row is repeated now; the CSMS may change it. */
  Retry retry();

  /** Whether all messages are kept while the CSMS is away (2.0.1 QueueAllMessages). */
  boolean queueAll();

  /** The CSMS refused a row; it stays the head and is tried again. */
  void refused(Queued head);

  /** A message outside transactions that the store keeps has reached the CSMS, or is dropped. */
  void release(long seq);

  /** The answer to a message nobody waits for. */
  void answeredLate(Message message, Reply reply);

  /** The time as the charger's state knows it. */
  Instant now();

  /** See {@link Time#steady}. */
  Instant steady();

  /**
   * Rings at a time.
   *
   * @param time by {@link #steady}
   */
  void wakeAt(Instant time, Runnable alarm);
}
