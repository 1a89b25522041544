package org.ocppbridge.adapter.csms;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import org.ocppbridge.mappings.Printable;
import org.xnio.IoUtils;

/**
 * Passes on what a WebSocket receives. Pings are answered by Undertow; messages over the limit are
 * refused by it with code 1009.
 */
final class Receiver extends AbstractReceiveListener {

  private static final int UNACCEPTABLE_DATA = 1003; // RFC 6455 §7.4.1

  private final Dialer.Caller caller;
  private final int frameMax;
  private volatile String why = "the connection to the CSMS was lost";

  Receiver(Dialer.Caller caller, int frameMax) {
    this.caller = caller;
    this.frameMax = frameMax;
  }

  @Override
  protected long getMaxTextBufferSize() {
    return frameMax;
  }

  @Override
  protected long getMaxBinaryBufferSize() {
    return frameMax;
  }

  @Override
  protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
    caller.text(message.getData());
  }

  @Override
  protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    message.getData().close();
    caller.unacceptable(UNACCEPTABLE_DATA, "the CSMS sent a binary message");
  }

  @Override
  protected void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    message.getData().close();
    caller.pong();
  }

  @Override
  protected void onCloseMessage(CloseMessage message, WebSocketChannel channel) {
    why =
        ("the CSMS closed the connection: "
                + message.getCode()
                + " "
                + Printable.of(message.getReason()))
            .strip();
  }

  @Override
  protected void onError(WebSocketChannel channel, Throwable problem) {
    why = "the connection to the CSMS broke: " + Causes.of(problem);
    IoUtils.safeClose(channel);
  }

  /** To be called when the channel has closed, for whatever reason. */
  void gone() {
    caller.gone(why);
  }
}
