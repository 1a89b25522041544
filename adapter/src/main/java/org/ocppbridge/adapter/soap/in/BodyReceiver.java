package org.ocppbridge.adapter.soap.in;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.soap.GrowingBytes;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Receives one body on the I/O thread. It ends in one of the ways of {@link Outcome}, once, and
 * keeps nothing of the body afterwards.
 */
final class BodyReceiver implements ChannelListener<StreamSourceChannel> {

  /** How it can end; told on the I/O thread. */
  interface Outcome {

    /**
     * It is there.
     *
     * @param hold its share of the budget, to be released when the body is done with
     */
    void received(HttpServerExchange exchange, byte[] body, BodyBudget.Hold hold);

    void tooLong(HttpServerExchange exchange);

    void broken(HttpServerExchange exchange);

    /** Not there in time, or no memory for it: nothing may be answered, for it may be anything. */
    void givenUp(HttpServerExchange exchange, String reason);
  }

  private final HttpServerExchange exchange;
  private final Outcome outcome;
  private final BodyBudget.Hold hold;
  private final XnioExecutor.Key deadline;

  /** Null when it is done with. Set to null by the threads of other bodies too: memory first. */
  private volatile GrowingBytes body;

  /** Whether the outcome was told; used on the I/O thread alone. */
  private boolean ended;

  BodyReceiver(
      HttpServerExchange exchange, SoapSettings settings, BodyBudget budget, Outcome outcome) {
    this.exchange = exchange;
    this.outcome = outcome;
    this.hold = budget.hold(this::drop);
    this.body = new GrowingBytes(settings.sizes().body(), hold::grow);
    long seconds = settings.times().body().toSeconds();
    this.deadline =
        exchange
            .getIoThread()
            .executeAfter(
                () -> giveUp("not sent within " + seconds + " s"),
                settings.times().body().toMillis(),
                TimeUnit.MILLISECONDS);
  }

  /** Begins; to be called on the I/O thread, as the last thing a handler does. */
  void start() throws Exception {
    HttpHandler next = read(exchange.getRequestChannel());
    if (next != null) {
      next.handleRequest(exchange);
    }
  }

  @Override
  public void handleEvent(StreamSourceChannel channel) {
    HttpHandler next = ended ? null : read(channel);
    if (next != null) {
      Connectors.executeRootHandler(next, exchange);
    }
  }

  /** What to do next; null: wait for more. */
  private HttpHandler read(StreamSourceChannel channel) {
    try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (true) {
        GrowingBytes arriving = body;
        if (arriving == null) {
          return null; // dropped; what is to be done about it waits for this thread
        }
        buffer.clear();
        int count = channel.read(buffer);
        if (count == 0) {
          channel.getReadSetter().set(this);
          channel.resumeReads();
          return null;
        }
        if (count < 0) {
          return received(arriving);
        }
        arriving.append(buffer.flip());
      }
    } catch (GrowingBytes.Full full) {
      end();
      return full.tooLong()
          ? outcome::tooLong
          : refused -> outcome.givenUp(refused, "the bodies under way are too many");
    } catch (IOException broken) {
      end();
      return outcome::broken;
    }
  }

  /** Null if it was dropped just now. */
  private HttpHandler received(GrowingBytes complete) {
    if (!hold.arrived()) {
      return null;
    }
    ended = true;
    deadline.remove();
    body = null;
    byte[] whole = complete.toByteArray();
    return done -> outcome.received(done, whole, hold);
  }

  /**
   * Lets go of the body at once, on whatever thread: I/O threads may have hundreds of bodies to
   * read before they come to anything else.
   */
  private void drop() {
    body = null;
    exchange.getIoThread().execute(() -> giveUp("the bodies arriving are too many"));
  }

  private void end() {
    ended = true;
    deadline.remove();
    body = null;
    hold.release();
  }

  private void giveUp(String reason) {
    if (!ended) {
      end();
      outcome.givenUp(exchange, reason);
    }
  }
}
