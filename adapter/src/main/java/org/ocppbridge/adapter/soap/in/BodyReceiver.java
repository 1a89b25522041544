package org.ocppbridge.adapter.soap.in;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
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
  private GrowingBytes body;

  BodyReceiver(
      HttpServerExchange exchange, SoapSettings settings, BodyBudget budget, Outcome outcome) {
    this.exchange = exchange;
    this.outcome = outcome;
    this.hold =
        budget.hold(
            () -> exchange.getIoThread().execute(() -> giveUp("the bodies arriving are too many")));
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
    HttpHandler next = body == null ? null : read(channel);
    if (next != null) {
      Connectors.executeRootHandler(next, exchange);
    }
  }

  /** What to do next; null: wait for more. */
  private HttpHandler read(StreamSourceChannel channel) {
    try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (true) {
        buffer.clear();
        int count = channel.read(buffer);
        if (count == 0) {
          channel.getReadSetter().set(this);
          channel.resumeReads();
          return null;
        }
        if (count < 0) {
          return received();
        }
        body.append(buffer.flip());
      }
    } catch (GrowingBytes.Full full) {
      end();
      return full.tooLong()
          ? outcome::tooLong
          : refused -> outcome.givenUp(refused, "the bodies under way are too many");
    } catch (RequestTooBigException tooBig) {
      end();
      return outcome::tooLong;
    } catch (IOException broken) {
      end();
      return outcome::broken;
    }
  }

  private HttpHandler received() {
    byte[] whole = body.toByteArray();
    deadline.remove();
    body = null;
    hold.arrived();
    return done -> outcome.received(done, whole, hold);
  }

  private void end() {
    deadline.remove();
    body = null;
    hold.release();
  }

  private void giveUp(String reason) {
    if (body != null) {
      end();
      outcome.givenUp(exchange, reason);
    }
  }
}
