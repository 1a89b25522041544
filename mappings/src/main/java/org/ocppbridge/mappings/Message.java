package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A CALL the bridge owes or offers the CSMS, planned but without its OCPP-J message id.
 *
 * @param action the action, in the target's words
 * @param payload the payload, valid by contract but for what is filled in at sending
 * @param delivery how hard the bridge tries
 * @param key what it replaces or belongs to while the CSMS is away, for example {@code status/1};
 *     empty for {@link Delivery#TRANSACTION} and {@link Delivery#VOLATILE}
 * @param transaction the charger's transaction number it belongs to, if any
 */
public record Message(
    String action,
    ObjectNode payload,
    Delivery delivery,
    String key,
    Optional<Integer> transaction) {

  /** How hard the bridge tries to deliver a message (MR D9). */
  public enum Delivery {
    /**
     * Stored before the charger is answered, sent in strict order, retried, in the end parked;
     * never dropped.
     */
    TRANSACTION,
    /** While the CSMS is away the last message of each key is kept. */
    LATEST,
    /**
     * While the CSMS is away the last {@value #BOUNDED_MAX} messages of each key are kept, in
     * order.
     */
    BOUNDED,
    /** Sent now or never. */
    VOLATILE
  }

  /** Messages kept of one key for {@link Delivery#BOUNDED}. */
  public static final int BOUNDED_MAX = 10;

  /** How many messages of its key are kept while the CSMS is away; none if it is not kept. */
  public int keptOfKey() {
    return switch (delivery) {
      case LATEST -> 1;
      case BOUNDED -> BOUNDED_MAX;
      case TRANSACTION, VOLATILE -> 0;
    };
  }

  public static Message transaction(String action, ObjectNode payload, int transaction) {
    return new Message(action, payload, Delivery.TRANSACTION, "", Optional.of(transaction));
  }

  public static Message latest(String action, ObjectNode payload, String key) {
    return new Message(action, payload, Delivery.LATEST, key, Optional.empty());
  }

  public static Message bounded(String action, ObjectNode payload, String key) {
    return new Message(action, payload, Delivery.BOUNDED, key, Optional.empty());
  }

  public static Message once(String action, ObjectNode payload) {
    return new Message(action, payload, Delivery.VOLATILE, "", Optional.empty());
  }
}
