package org.ocppbridge.adapter.csms;

import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.secure.ClientTls;
import org.ocppbridge.adapter.secure.TlsFailure;
import org.ocppbridge.adapter.secure.WatchedTls;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** Dials with Undertow. Owns the I/O threads and buffers of all links. */
final class UndertowDialer implements Dialer, AutoCloseable {

  /** I/O threads for all links; one serves thousands. */
  private static final int IO_THREADS =
      Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

  /** Threads for TLS computations. */
  private static final int TLS_THREADS = 2;

  private static final int BUFFER_BYTES = 16364; // 16 kB with TLS overhead, as Undertow itself uses
  private static final int BUFFERS_MAX = 2048;

  /**
   * What handshakes share.
   *
   * @param pool without a cache per thread: with virtual threads that cache is thrown away, buffer
   *     and all, with every thread
   * @param open Undertow notes its channels here
   */
  record Shared(
      XnioWorker worker,
      DefaultByteBufferPool pool,
      Set<WebSocketChannel> open,
      InstantSource clock,
      RandomGenerator random) {}

  private final Shared shared;
  private final Executor threads;

  /**
   * @param threads where names are looked up, which blocks
   */
  UndertowDialer(Executor threads, InstantSource clock) {
    this.threads = threads;
    OptionMap options =
        OptionMap.builder()
            .set(Options.WORKER_NAME, "csms")
            .set(Options.WORKER_IO_THREADS, IO_THREADS)
            .set(Options.WORKER_TASK_CORE_THREADS, TLS_THREADS)
            .set(Options.WORKER_TASK_MAX_THREADS, TLS_THREADS)
            .set(Options.THREAD_DAEMON, true)
            .getMap();
    try {
      this.shared =
          new Shared(
              Xnio.getInstance().createWorker(options),
              new DefaultByteBufferPool(true, BUFFER_BYTES, BUFFERS_MAX, 0),
              ConcurrentHashMap.newKeySet(),
              clock,
              new SecureRandom());
    } catch (IOException e) {
      throw new UncheckedIOException("the I/O threads for the CSMS links could not be started", e);
    }
  }

  @Override
  public Dial dial(LinkSettings settings, Caller caller) {
    AtomicReference<TlsFailure> failure = new AtomicReference<>();
    UndertowXnioSsl ssl = settings.target().secure() ? ssl(settings.target(), failure::set) : null;
    Handshake handshake = new Handshake(shared, settings, ssl, failure::get, caller);
    threads.execute(handshake::start);
    return handshake;
  }

  /** Made for each dial: a charger may have a certificate of its own, and get another one. */
  private UndertowXnioSsl ssl(CsmsTarget target, Consumer<TlsFailure> failed) {
    SSLContext context =
        target.tls().map(ClientTls::context).orElseGet(UndertowDialer::defaultContext);
    return new UndertowXnioSsl(
        Xnio.getInstance(), OptionMap.EMPTY, shared.pool(), WatchedTls.of(context, failed));
  }

  private static SSLContext defaultContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  @Override
  public void close() {
    shared.worker().shutdownNow();
    shared.pool().close();
  }
}
