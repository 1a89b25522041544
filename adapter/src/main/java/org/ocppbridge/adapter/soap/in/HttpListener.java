package org.ocppbridge.adapter.soap.in;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Undertow's HTTP/1.1 server, assembled by hand: its builder leaves no place between a connection
 * and the parser, where {@link HeadConduit} has to stand.
 */
final class HttpListener implements AutoCloseable {

  /** Buffers of 16 kB, direct, shared: Undertow's own pool leaks one with every virtual thread. */
  private static final int BUFFER_SIZE = 16_364;

  private static final int BUFFERS_MAX = 2_048;
  private static final int BACKLOG = 1_000;

  private final XnioWorker worker;
  private final HttpOpenListener http;
  private final AcceptingChannel<StreamConnection> server;

  /**
   * Starts to listen.
   *
   * @throws UncheckedIOException if the address cannot be bound
   */
  HttpListener(SoapSettings settings, HttpHandler handler) {
    http =
        new HttpOpenListener(
            new DefaultByteBufferPool(true, BUFFER_SIZE, BUFFERS_MAX, 0), options(settings));
    http.setRootHandler(handler);
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    try {
      worker = Xnio.getInstance(HttpListener.class.getClassLoader()).createWorker(threads());
      try {
        server =
            worker.createStreamConnectionServer(
                address, ChannelListeners.openListenerAdapter(this::opened), sockets(settings));
      } catch (IOException | RuntimeException refused) {
        worker.shutdownNow();
        throw refused;
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(
          "cannot listen on " + address + ": " + refused.getMessage(), refused);
    }
    server.resumeAccepts();
  }

  private void opened(StreamConnection connection) {
    HeadConduit.guard(connection);
    http.handleEvent(connection);
  }

  private static OptionMap threads() {
    int io = Math.max(2, Runtime.getRuntime().availableProcessors());
    return OptionMap.builder()
        .set(Options.WORKER_NAME, "soap")
        .set(Options.WORKER_IO_THREADS, io)
        .set(Options.WORKER_TASK_CORE_THREADS, 1)
        .set(Options.WORKER_TASK_MAX_THREADS, 1)
        .set(Options.TCP_NODELAY, true)
        .getMap();
  }

  private static OptionMap sockets(SoapSettings settings) {
    return OptionMap.builder()
        .set(Options.TCP_NODELAY, true)
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.BACKLOG, BACKLOG)
        .set(Options.CONNECTION_HIGH_WATER, settings.sizes().connections())
        .set(Options.CONNECTION_LOW_WATER, settings.sizes().connections())
        .getMap();
  }

  private static OptionMap options(SoapSettings settings) {
    int idle = Math.toIntExact(settings.times().idle().toMillis());
    return OptionMap.builder()
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        // Paths are only compared, and chargers do not escape what they are given.
        .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
        .set(UndertowOptions.MAX_ENTITY_SIZE, settings.sizes().body())
        .set(
            UndertowOptions.REQUEST_PARSE_TIMEOUT,
            Math.toIntExact(settings.times().body().toMillis()))
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
        .set(UndertowOptions.IDLE_TIMEOUT, idle)
        .getMap();
  }

  /** Where it listens; the port is the real one. */
  InetSocketAddress address() {
    return server.getLocalAddress(InetSocketAddress.class);
  }

  /** Accepts no more connections. */
  void suspend() {
    IoUtils.safeClose(server);
  }

  /** Ends; once only. */
  @Override
  public void close() {
    http.closeConnections();
    worker.shutdownNow();
  }
}
