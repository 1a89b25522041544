package org.ocppbridge.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
  static final int MAX = 500;

  /**
   * A message that waits.
   *
   * @param arrival its place among all messages of the charger
   * @param waitedFor whether somebody waits for the answer
   */
  record Item(long arrival, Message message, CompletableFuture<Reply> reply, boolean waitedFor) {
    boolean kept() {
      return message.delivery() != Delivery.VOLATILE;
    }
  }

  private final List<Item> items = new ArrayList<>();
  private long dropped;

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
      items.removeFirst().reply().complete(new Reply.None("too many messages wait"));
      dropped++;
    }
  }

  void remove(Item item) {
    items.remove(item);
  }

  /** A message that was taken and not sent; nobody waits for it any more. */
  void putBack(Item item) {
    items.addFirst(new Item(item.arrival(), item.message(), item.reply(), false));
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
      int max = item.message().delivery() == Delivery.LATEST ? 1 : Message.BOUNDED_MAX;
      if (seen.merge(item.message().key(), 1, Integer::sum) > max) {
        old.add(item);
      }
    }
    items.removeAll(old);
    return waiting;
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
