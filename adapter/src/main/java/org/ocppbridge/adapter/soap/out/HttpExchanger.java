package org.ocppbridge.adapter.soap.out;

import io.undertow.UndertowOptions;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.UndertowClient;
import io.undertow.connector.ByteBufferPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.XnioWorker;

/**
 * Posts once: one request, one connection, one answer. Nothing is sent a second time, whatever goes
 * wrong; redirects are not followed; no connection is kept, because a kept one that the charger has
 * closed meanwhile is what makes clients send twice.
 */
final class HttpExchanger {

  /**
   * Longest head of an answer, in bytes. Undertow sets no limit, so what was read is counted and
   * looked at from time to time.
   */
  private static final int HEAD_LIMIT = 64 * 1024;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final OptionMap COUNTED =
      OptionMap.create(UndertowOptions.ENABLE_STATISTICS, true);

  private final XnioWorker worker;
  private final ByteBufferPool buffers;
  private final Supplier<SSLContext> tls;
  private final int answerLimit;

  /**
   * @param worker shared with the other connections of the program
   * @param buffers not thread-local: calls come from virtual threads
   * @param tls whom to trust for {@code https}, asked for each such call; host names are always
   *     checked
   * @param answerLimit longest body of an answer in bytes
   */
  HttpExchanger(
      XnioWorker worker, ByteBufferPool buffers, Supplier<SSLContext> tls, int answerLimit) {
    this.worker = worker;
    this.buffers = buffers;
    this.tls = tls;
    this.answerLimit = answerLimit;
  }

  /**
   * Posts and waits. Blocks, at most {@link HttpPost#total()}.
   *
   * @param guard asked with each IP address the host name stands for; the first one it allows is
   *     connected to
   * @throws ExchangeFailure ADDRESS_REFUSED or UNREACHABLE (nothing was sent), SILENT (the command
   *     may have been carried out), NOT_SOAP
   */
  HttpAnswer post(HttpPost post, Predicate<InetAddress> guard) throws ExchangeFailure {
    Deadline total = Deadline.in(post.total());
    Deadline connect = Deadline.in(post.connect()).or(total);
    InetAddress ip = allowed(post, resolve(post, connect), guard);
    PinnedTls secured =
        post.secure() ? new PinnedTls(buffers, tls.get(), post.host(), ip, post.port()) : null;
    ClientConnection connection = connect(post, ip, secured, connect);
    HttpCall call = new HttpCall(post, connection, buffers, answerLimit);
    try {
      call.start();
      if (secured != null) {
        awaitHandshake(post, secured, call, connect);
      }
      return awaitAnswer(post, call, total);
    } finally {
      call.close();
    }
  }

  private static InetAddress[] resolve(HttpPost post, Deadline connect) throws ExchangeFailure {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> resolve(post.host(), found));
    return reach(
        found,
        connect,
        "the name " + post.host() + " was not resolved within " + words(post.connect()),
        failed -> "the name " + post.host() + " is not known");
  }

  private static void resolve(String host, CompletableFuture<InetAddress[]> found) {
    try {
      found.complete(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      found.completeExceptionally(e);
    }
  }

  private static InetAddress allowed(
      HttpPost post, InetAddress[] found, Predicate<InetAddress> guard) throws ExchangeFailure {
    for (InetAddress ip : found) {
      if (guard.test(ip)) {
        return ip;
      }
    }
    String seen =
        Arrays.stream(found).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    throw new ExchangeFailure(
        Why.ADDRESS_REFUSED,
        (seen.equals(post.host()) ? seen : post.host() + " is " + seen + ", which")
            + " lies outside the ranges allowed for this charger; nothing was sent");
  }

  private ClientConnection connect(
      HttpPost post, InetAddress ip, PinnedTls secured, Deadline connect) throws ExchangeFailure {
    CompletableFuture<ClientConnection> connected = new CompletableFuture<>();
    UndertowClient.getInstance()
        .connect(new Connected(connected), pinned(post, ip), worker, secured, buffers, COUNTED);
    try {
      return reach(
          connected,
          connect,
          "no connection within " + words(post.connect()),
          failed -> "no connection: " + words(failed));
    } finally {
      connected.cancel(false);
    }
  }

  private static URI pinned(HttpPost post, InetAddress ip) {
    try {
      return new URI(
          post.secure() ? "https" : "http",
          null,
          ip.getHostAddress(),
          post.port(),
          "/",
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("an IP address that is none: " + ip, e);
    }
  }

  private static void awaitHandshake(
      HttpPost post, PinnedTls secured, HttpCall call, Deadline connect) throws ExchangeFailure {
    while (!secured.isEstablished()) {
      if (connect.isOver()) {
        throw nothingSent("no TLS handshake within " + words(post.connect()));
      }
      try {
        var _ = connect.or(Deadline.in(LOOK_AGAIN)).await(call.failure());
      } catch (TimeoutException e) {
        // Neither failed nor done yet.
      } catch (ExecutionException e) {
        throw nothingSent("no TLS connection: " + words(e.getCause()));
      } catch (InterruptedException e) {
        throw stopped();
      }
    }
  }

  private HttpAnswer awaitAnswer(HttpPost post, HttpCall call, Deadline total)
      throws ExchangeFailure {
    try {
      while (!total.isOver()) {
        try {
          return total.or(Deadline.in(LOOK_AGAIN)).await(call.answer());
        } catch (TimeoutException e) {
          if (call.received() > (long) answerLimit + HEAD_LIMIT) {
            throw BodyReader.tooLong(answerLimit);
          }
        }
      }
      throw new TimeoutException();
    } catch (TimeoutException e) {
      throw new ExchangeFailure(
          Why.SILENT,
          "no complete answer within "
              + words(post.total())
              + "; the command may have been carried out");
    } catch (ExecutionException e) {
      throw (ExchangeFailure) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExchangeFailure(
          Why.SILENT, "the bridge is being stopped; the command may have been carried out");
    }
  }

  /** Waits for something that has to be there before anything is sent. */
  private static <T> T reach(
      CompletableFuture<T> wanted,
      Deadline deadline,
      String late,
      Function<Throwable, String> failed)
      throws ExchangeFailure {
    try {
      return deadline.await(wanted);
    } catch (TimeoutException e) {
      throw nothingSent(late);
    } catch (ExecutionException e) {
      throw nothingSent(failed.apply(e.getCause()));
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private static ExchangeFailure stopped() {
    Thread.currentThread().interrupt();
    return nothingSent("the bridge is being stopped");
  }

  private static ExchangeFailure nothingSent(String reason) {
    return new ExchangeFailure(Why.UNREACHABLE, reason + "; nothing was sent");
  }

  private static String words(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  private static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** Hands a connection over, or closes it if nobody waits for it any more. */
  private record Connected(CompletableFuture<ClientConnection> waiting)
      implements ClientCallback<ClientConnection> {

    @Override
    public void completed(ClientConnection connection) {
      if (!waiting.complete(connection)) {
        IoUtils.safeClose(connection);
      }
    }

    @Override
    public void failed(IOException e) {
      waiting.completeExceptionally(e);
    }
  }
}
