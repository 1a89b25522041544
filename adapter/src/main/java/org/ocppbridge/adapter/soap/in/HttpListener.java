package org.ocppbridge.adapter.soap.in;

import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.proxy.ProxyProtocolOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Undertow's HTTP/1.1 server, assembled by hand: its builder leaves no place between a connection
 * and the parser, where {@link HeadConduit} has to stand. Plain, TLS and old TLS are ports of one
 * server with the same limits.
 */
final class HttpListener implements AutoCloseable {

  /** Buffers of 16 kB, direct, shared: Undertow's own pool leaks one with every virtual thread. */
  private static final int BUFFER_SIZE = 16_364;

  private static final int BUFFERS_MAX = 2_048;
  private static final int BACKLOG = 1_000;

  private final SoapSettings settings;
  private final DefaultByteBufferPool buffers =
      new DefaultByteBufferPool(true, BUFFER_SIZE, BUFFERS_MAX, 0);
  private final XnioWorker worker;
  private final HttpOpenListener http;
  private final List<AcceptingChannel<? extends StreamConnection>> servers = new ArrayList<>();
  private final List<UndertowXnioSsl> tls = new ArrayList<>();

  /**
   * Starts to listen.
   *
   * @throws UncheckedIOException if an address cannot be bound
   */
  HttpListener(SoapSettings settings, HttpHandler handler) {
    this.settings = settings;
    http = new HttpOpenListener(buffers, options(settings));
    http.setRootHandler(handler);
    try {
      worker = Xnio.getInstance(HttpListener.class.getClassLoader()).createWorker(threads());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    try {
      Door door = settings.door();
      listen(settings.port(), door.tls());
      if (door.plainPort().isPresent()) {
        listen(door.plainPort().getAsInt(), Optional.empty());
      }
      if (door.old().isPresent()) {
        listen(door.old().get().port(), Optional.of(door.old().get().tls()));
      }
    } catch (RuntimeException refused) {
      servers.forEach(IoUtils::safeClose);
      worker.shutdownNow();
      throw refused;
    }
    servers.forEach(AcceptingChannel::resumeAccepts);
  }

  private void listen(int port, Optional<Door.Tls> secure) {
    InetSocketAddress address = new InetSocketAddress(settings.host(), port);
    OptionMap sockets = sockets(settings);
    Optional<UndertowXnioSsl> ssl = secure.map(this::ssl);
    try {
      if (settings.door().proxyProtocol()) {
        OptionMap options = secure.map(HttpListener::handshake).orElse(OptionMap.EMPTY);
        servers.add(
            worker.createStreamConnectionServer(
                address,
                ChannelListeners.openListenerAdapter(
                    connection -> ofProxy(connection, ssl.orElse(null), options)),
                sockets));
      } else if (ssl.isPresent()) {
        OptionMap all =
            OptionMap.builder().addAll(sockets).addAll(handshake(secure.get())).getMap();
        servers.add(
            ssl.get()
                .createSslConnectionServer(
                    worker, address, ChannelListeners.openListenerAdapter(this::opened), all));
      } else {
        servers.add(
            worker.createStreamConnectionServer(
                address, ChannelListeners.openListenerAdapter(this::opened), sockets));
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(
          "cannot listen on " + address + ": " + refused.getMessage(), refused);
    }
  }

  private UndertowXnioSsl ssl(Door.Tls secure) {
    UndertowXnioSsl made =
        new UndertowXnioSsl(Xnio.getInstance(), OptionMap.EMPTY, buffers, secure.context());
    tls.add(made);
    return made;
  }

  private static OptionMap handshake(Door.Tls tls) {
    OptionMap.Builder options =
        OptionMap.builder()
            .set(Options.SSL_ENABLED_PROTOCOLS, Sequence.of(tls.versions()))
            .set(Options.SSL_ENABLED_CIPHER_SUITES, Sequence.of(tls.enabled()))
            .set(UndertowOptions.SSL_USER_CIPHER_SUITES_ORDER, true);
    switch (tls.clients()) {
      case NOT_ASKED -> options.set(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.NOT_REQUESTED);
      case MAY -> options.set(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED);
      case MUST -> options.set(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUIRED);
    }
    return options.getMap();
  }

  /** Nobody but a trusted proxy may say where a client comes from, and it has to say it soon. */
  private void ofProxy(StreamConnection connection, UndertowXnioSsl ssl, OptionMap options) {
    InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
    if (peer == null || !settings.door().proxy().test(peer.getAddress())) {
      IoUtils.safeClose(connection);
      return;
    }
    XnioExecutor.Key deadline =
        connection
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(connection),
                settings.times().body().toMillis(),
                TimeUnit.MILLISECONDS);
    ProxyLine line =
        new ProxyLine(
            http,
            told -> {
              deadline.remove();
              return guarded(told);
            });
    new ProxyProtocolOpenListener(line, ssl, buffers, options).handleEvent(connection);
  }

  private void opened(StreamConnection connection) {
    http.handleEvent(guarded(connection));
  }

  private static StreamConnection guarded(StreamConnection connection) {
    HeadConduit.guard(connection);
    return connection;
  }

  private static OptionMap threads() {
    int io = Math.max(2, Runtime.getRuntime().availableProcessors());
    return OptionMap.builder()
        .set(Options.WORKER_NAME, "soap")
        .set(Options.WORKER_IO_THREADS, io)
        .set(Options.WORKER_TASK_CORE_THREADS, 1)
        // They do the arithmetic of TLS handshakes.
        .set(Options.WORKER_TASK_MAX_THREADS, io)
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
        // The gate limits bodies; Undertow would print a stack trace for each chunked one.
        .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
        .set(
            UndertowOptions.REQUEST_PARSE_TIMEOUT,
            Math.toIntExact(settings.times().body().toMillis()))
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
        .set(UndertowOptions.IDLE_TIMEOUT, idle)
        .getMap();
  }

  /** Where it listens, the main port first; the ports are the real ones. */
  List<InetSocketAddress> addresses() {
    return servers.stream().map(server -> server.getLocalAddress(InetSocketAddress.class)).toList();
  }

  /** New connections get this certificate; those that are open stay as they are. */
  void show(Door door) {
    List<Door.Tls> made = new ArrayList<>();
    door.tls().ifPresent(made::add);
    door.old().map(Door.Old::tls).ifPresent(made::add);
    for (int i = 0; i < Math.min(made.size(), tls.size()); i++) {
      tls.get(i).updateSSLContext(made.get(i).context());
    }
  }

  /** Accepts no more connections. */
  void suspend() {
    servers.forEach(IoUtils::safeClose);
  }

  /** Ends; once only. */
  @Override
  public void close() {
    http.closeConnections();
    worker.shutdownNow();
  }
}
