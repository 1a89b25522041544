package org.ocppbridge.mappings.json201.base;

import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Message;

/**
 * Something the CSMS is told, and the changes that note that it was told; to be written together
 * ({@link Told}).
 *
 * @param messages in their order
 */
public record News(List<Change> changes, List<Message> messages) {

  /** Nothing to tell. */
  public static final News NONE = new News(List.of(), List.of());

  /** One message that leaves no trace. */
  public static News of(Message message) {
    return new News(List.of(), List.of(message));
  }

  /** One message and what notes it. */
  public static News of(Message message, Change... changes) {
    return new News(List.of(changes), List.of(message));
  }

  /** Changes alone. */
  public static News noted(List<Change> changes) {
    return new News(changes, List.of());
  }

  /** These and then those. */
  public News and(News then) {
    return new News(join(changes, then.changes), join(messages, then.messages));
  }

  private static <E> List<E> join(List<E> first, List<E> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
