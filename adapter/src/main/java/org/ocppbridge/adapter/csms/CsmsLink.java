package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Reply;

/**
 * One charger's WebSocket to its CSMS. It keeps itself connected from {@link #open} to {@link
 * #close}: dials, paced with all links of the target, waits between tries by the RetryBackOff
 * rules, pings, and answers pings.
 */
public interface CsmsLink extends AutoCloseable {

  /** State of the connection. */
  enum State {
    /** Not opened yet, or closed. */
    CLOSED,
    /** The first dial since {@link #open} is under way or waits for its turn. */
    OPENING,
    /** Connected. */
    UP,
    /** Lost or refused; waiting for the next try. */
    BACK_OFF
  }

  /**
   * What the link tells. Called on virtual threads, one call after another for each link, never
   * while a lock of the link is held.
   */
  interface Listener {

    /** The connection is up, subprotocol agreed. */
    void up();

    /**
     * The connection was lost, or a try failed.
     *
     * @param reason for people: status, subprotocol, certificate, close code
     */
    void down(String reason);

    /** The CSMS asks. One CALL at a time: the next one is delivered when this one is answered. */
    void call(Incoming call);
  }

  /** Sees the frames of a call as they go over the wire. Must not block. */
  interface Tap {
    /** Sees nothing. */
    Tap NONE =
        new Tap() {
          @Override
          public void sent(String frame) {}

          @Override
          public void received(String frame) {}
        };

    /** The CALL was handed to the socket. */
    void sent(String frame);

    /** Its answer came. */
    void received(String frame);
  }

  /** A CALL of the CSMS. */
  interface Incoming {
    String messageId();

    /** The whole frame as received. */
    default String frame() {
      return "";
    }

    String action();

    /** The payload as received; any JSON value. */
    JsonNode payload();

    /**
     * Sends the answer; {@link CsmsAnswer.Silence} sends nothing. Only the first call counts. If
     * the link went down meanwhile the answer is dropped. Every call has to be answered; one that
     * is not for five minutes is answered with InternalError.
     *
     * @return completes when the frame has been handed to the socket, or dropped
     */
    CompletableFuture<Void> answer(CsmsAnswer answer);

    /**
     * The same.
     *
     * @param tap sees the frame, if one is sent; must not block
     */
    default CompletableFuture<Void> answer(CsmsAnswer answer, Consumer<String> tap) {
      return answer(answer);
    }
  }

  /** Starts to connect. Does nothing if open. */
  void open();

  State state();

  /** Why the last try failed or the connection was lost; empty while all is well. */
  String trouble();

  /**
   * Sends a CALL with a fresh message id. Calls are sent one at a time, in the order of these
   * calls.
   *
   * @param timeout longest wait for the answer, counted from the moment the frame is sent
   * @return completes with the answer; with {@link Reply.None} at once if the link is not up, when
   *     it is lost, or when the timeout is over; with {@link Reply.Unsendable} if it does not fit
   *     into a frame
   */
  CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout);

  /** The same, with somebody who sees its frames. */
  default CompletableFuture<Reply> call(
      String action, ObjectNode payload, Duration timeout, Tap tap) {
    return call(action, payload, timeout);
  }

  /** The same with the target's {@link CsmsTarget.Times#call()}. */
  CompletableFuture<Reply> call(String action, ObjectNode payload);

  /**
   * Pings at another interval than the target's, on this connection and on later ones.
   *
   * @param interval zero for no pings
   */
  void pingEvery(Duration interval);

  /** Waits by other rules than the target's before dialling again, from the next wait on. */
  void retryBy(Reconnect rules);

  /**
   * Leaves the present connection, if there is one, with code 1000 and dials at once, as its {@link
   * Ways} say now. Does nothing if not open.
   *
   * @param why for people
   */
  void reconnect(String why);

  /**
   * Closes the WebSocket with code 1000 and stops dialling. May be opened again: the next
   * connection is dialled when the old one is gone, at the latest after 5 s. The listener is not
   * told {@link Listener#down}, since this was no loss.
   */
  @Override
  void close();
}
