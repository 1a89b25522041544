package org.ocppbridge.adapter.delivery;

import java.util.concurrent.CompletableFuture;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;

/**
 * A courier's view of its link: which connection it sends over, and whether that is still there.
 */
final class Connections {
  private final CsmsLink link;

  /** Rises when the link comes up and when it goes down. */
  private volatile long number;

  Connections(CsmsLink link) {
    this.link = link;
  }

  /** The link came up or went down. */
  synchronized void changed() {
    number++;
  }

  /** Tells the present connection from earlier ones. */
  long number() {
    return number;
  }

  boolean up() {
    return link.state() == CsmsLink.State.UP;
  }

  /** Whether none will be there soon: not while the link is being opened for the first time. */
  boolean away() {
    CsmsLink.State state = link.state();
    return state == CsmsLink.State.BACK_OFF || state == CsmsLink.State.CLOSED;
  }

  /** Whether the connection that a message was sent over is gone, so that nothing was timed. */
  boolean lost(long over) {
    return over != number || !up();
  }

  /** Why there is none, for people. */
  String trouble() {
    String trouble = link.trouble();
    return trouble.isEmpty() ? "no connection to the CSMS" : trouble;
  }

  /**
   * Sends a message; waits for the answer as long as its way to the CSMS says.
   *
   * @param tap sees its frames
   */
  CompletableFuture<Reply> send(Message message, CsmsLink.Tap tap) {
    return link.call(message.action(), message.payload(), tap);
  }
}
