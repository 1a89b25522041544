package org.ocppbridge.adapter.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Reply;

/**
 * The messages outside transactions that wait for the CSMS, in the order they came. The courier's
 * monitor guards it.
 */
final class Others {

  /** Most messages waiting for one charger; over it the oldest is dropped. */
  static final int MAX = Store.KEPT_MAX;

  /**
   * A message that waits.
   *
   * @param arrival its place among all messages of the charger
   * @param seq its place in the store; 0: it is nowhere but here
   * @param waitedFor whether somebody waits for the answer
   * @param sending where it is written down what becomes of it
   */
  record Item(
      long arrival,
      long seq,
      Message message,
      CompletableFuture<Reply> reply,
      boolean waitedFor,
      Sending sending) {
    /** Whether it waited before the link came up, and nobody with it. */
    boolean isBacklog(long last) {
      return arrival <= last && !waitedFor;
    }

    boolean kept() {
      return message.delivery() != Delivery.VOLATILE;
    }
  }

  private final List<Item> items = new ArrayList<>();
  private final LongConsumer release;
  private long dropped;

  /**
   * @param release told the places in the store of what is dropped
   */
  Others(LongConsumer release) {
    this.release = release;
  }

  int size() {
    return items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** How many had to be dropped because too many waited. */
  long dropped() {
    return dropped;
  }

  void add(Item item) {
    items.add(item);
    if (items.size() > MAX) {
      Item oldest = items.removeFirst();
      oldest.reply().complete(new Reply.None("too many messages wait"));
      dropped++;
      release(oldest);
    }
  }

  /** What is dropped, or has reached the CSMS, need not be kept any longer. */
  void release(Item item) {
    if (item.seq() > 0) {
      release.accept(item.seq());
    }
  }

  /** Drops all; returns who waits for the answers. */
  List<CompletableFuture<Reply>> dropAll() {
    List<CompletableFuture<Reply>> gone = waiting();
    items.forEach(this::release);
    items.clear();
    return gone;
  }

  void remove(Item item) {
    items.remove(item);
  }

  /** A message that was taken and not sent; nobody waits for it any more. */
  void putBack(Item item) {
    items.addFirst(
        new Item(item.arrival(), item.seq(), item.message(), item.reply(), false, item.sending()));
  }

  /**
   * Takes out what is sent now or never; returns who waits for it.
   *
   * @param allKept whether only that is given up whose asker waits now
   */
  List<CompletableFuture<Reply>> takeVolatile(boolean allKept) {
    List<Item> gone =
        items.stream().filter(item -> !item.kept() && (!allKept || item.waitedFor())).toList();
    items.removeAll(gone);
    return gone.stream().map(Item::reply).toList();
  }

  /** Who waits for the answers. */
  List<CompletableFuture<Reply>> waiting() {
    return items.stream().map(Item::reply).toList();
  }

  /**
   * While the CSMS is away: keeps the last message of each LATEST key, the last few of a BOUNDED
   * one. Returns who waits for the answers, which will not come soon.
   */
  List<CompletableFuture<Reply>> keepLatest() {
    List<CompletableFuture<Reply>> waiting = waiting();
    Map<String, Integer> seen = new HashMap<>();
    Set<Item> old = new HashSet<>();
    for (Item item : items.reversed()) {
      if (seen.merge(item.message().key(), 1, Integer::sum) > item.message().keptOfKey()) {
        old.add(item);
      }
    }
    items.removeAll(old);
    old.forEach(this::release);
    return waiting;
  }

  /**
   * The first one that may be sent before what waited when the link came up, or null: it came
   * later, and nothing of its key is among that.
   *
   * @param last the last arrival before the link came up
   */
  Item nextPast(long last, Function<Message, Clearance> clearances) {
    Set<String> keys = new HashSet<>();
    for (Item item : items) {
      if (item.isBacklog(last)) {
        keys.add(item.message().key());
      } else if ((!item.kept() || !keys.contains(item.message().key()))
          && clearances.apply(item.message()) == Clearance.GRANTED) {
        return item;
      }
    }
    return null;
  }

  /** The first one that may be sent, or null; drops those that nobody wants any more. */
  Item next(Function<Message, Clearance> clearances) {
    for (var it = items.iterator(); it.hasNext(); ) {
      Item item = it.next();
      if (item.waitedFor() && item.reply().isDone() && !item.kept()) {
        it.remove();
        continue;
      }
      Clearance clearance = clearances.apply(item.message());
      if (clearance == Clearance.GRANTED) {
        return item;
      }
      if (clearance == Clearance.DENIED && !item.kept()) {
        it.remove();
        item.reply().complete(new Reply.None(Courier.NOT_ACCEPTED));
      }
    }
    return null;
  }
}
