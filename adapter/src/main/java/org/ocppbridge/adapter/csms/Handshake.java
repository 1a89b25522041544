package org.ocppbridge.adapter.csms;

import io.undertow.UndertowOptions;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.ClientResponse;
import io.undertow.client.UndertowClient;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.Protocols;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.WebSocket13Channel;
import io.undertow.websockets.extensions.NoopExtensionFunction;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.function.Consumer;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.Printable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.ssl.XnioSsl;

/** One opening handshake (RFC 6455 §4.1): connect, ask for the upgrade, check the answer. */
final class Handshake implements Dialer.Dial {

  /** Undertow keeps to itself which of these it was. */
  private static final String TLS_FAILED =
      "TLS failed: its certificate is not trusted, has expired or is for another name; or there is no common version of TLS;"
          + " or it closed the connection";

  private final UndertowDialer.Shared shared;
  private final LinkSettings settings;
  private final XnioSsl ssl;
  private final Dialer.Caller caller;
  private final UpgradeCheck check;
  private final long begun = System.nanoTime();
  private ClientConnection connection; // guarded by this
  private boolean over; // guarded by this

  /**
   * @param ssl null for {@code ws}
   */
  Handshake(
      UndertowDialer.Shared shared, LinkSettings settings, XnioSsl ssl, Dialer.Caller caller) {
    this.shared = shared;
    this.settings = settings;
    this.ssl = ssl;
    this.caller = caller;
    this.check = new UpgradeCheck(settings.target().protocol(), shared.random(), shared.clock());
  }

  /** Blocks while the host name is looked up. */
  void start() {
    URI url = settings.target().url();
    URI address = URI.create((ssl == null ? "http" : "https") + "://" + authority(url) + "/");
    OptionMap options =
        OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(UndertowOptions.ENDPOINT_IDENTIFICATION_ALGORITHM, "HTTPS")
            .set(Options.SSL_ENABLED_PROTOCOLS, Sequence.of("TLSv1.3", "TLSv1.2"))
            .getMap();
    try {
      UndertowClient.getInstance()
          .connect(on(this::ask), null, address, shared.worker(), ssl, shared.pool(), options);
    } catch (RuntimeException e) { // java.nio says so of a name that is not found
      refuse(Dialer.Refusal.of("no connection to " + url.getHost() + ": " + Causes.of(e)));
    }
  }

  private static String authority(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  private <T> ClientCallback<T> on(Consumer<T> done) {
    return new ClientCallback<>() {
      @Override
      public void completed(T result) {
        try {
          done.accept(result);
        } catch (RuntimeException e) {
          refuse(Dialer.Refusal.of("the handshake failed: " + Causes.of(e)));
        }
      }

      @Override
      public void failed(IOException e) {
        refuse(lost(e));
      }
    };
  }

  private Dialer.Refusal lost(IOException e) {
    String host = settings.target().url().getHost();
    Optional<String> certificate =
        settings.target().tls().flatMap(tls -> tls.trust().refusedSince(begun));
    if (ssl != null && certificate.isPresent()) {
      return new Dialer.Refusal(
          "no connection to "
              + host
              + ": its certificate is refused: "
              + Printable.of(certificate.get()),
          Optional.empty(),
          Trouble.CSMS_CERTIFICATE,
          Optional.of(Mistake.CSMS_CERTIFICATE));
    }
    String why = ssl != null && e instanceof ClosedChannelException ? TLS_FAILED : Causes.of(e);
    return Dialer.Refusal.of("no connection to " + host + ": " + why);
  }

  private void ask(ClientConnection made) {
    synchronized (this) {
      connection = made;
      if (over) { // given up while TCP was still trying: nothing could be done about it then
        abort(made);
        return;
      }
    }
    made.sendRequest(request(), on(exchange -> exchange.setResponseListener(on(this::answered))));
  }

  private ClientRequest request() {
    ClientRequest request =
        new ClientRequest()
            .setMethod(Methods.GET)
            .setProtocol(Protocols.HTTP_1_1)
            .setPath(settings.requestTarget());
    HeaderMap headers = request.getRequestHeaders();
    headers.put(Headers.HOST, authority(settings.target().url()));
    headers.put(Headers.UPGRADE, "websocket");
    headers.put(Headers.CONNECTION, "Upgrade");
    headers.put(Headers.SEC_WEB_SOCKET_VERSION, "13");
    headers.put(Headers.SEC_WEB_SOCKET_KEY, check.key());
    headers.put(Headers.SEC_WEB_SOCKET_PROTOCOL, settings.target().protocol().subprotocol());
    headers.put(new HttpString("User-Agent"), "OCPP-Bridge");
    settings.auth().ifPresent(auth -> headers.put(Headers.AUTHORIZATION, auth.header()));
    return request;
  }

  private void answered(ClientExchange exchange) {
    ClientResponse response = exchange.getResponse();
    check
        .refusal(response.getResponseCode(), response.getResponseHeaders())
        .ifPresentOrElse(this::refuse, () -> upgrade(exchange.getConnection()));
  }

  private void upgrade(ClientConnection asked) {
    StreamConnection stream;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    try {
      stream = asked.performUpgrade();
    } catch (IOException e) {
      caller.refused(
          Dialer.Refusal.of("the connection was lost in the handshake: " + Causes.of(e)));
      return;
    }
    WebSocketChannel channel =
        new WebSocket13Channel(
            stream,
            shared.pool(),
            settings.target().url().toString(),
            settings.target().protocol().subprotocol(),
            true,
            false,
            new NoopExtensionFunction(),
            shared.open(),
            OptionMap.EMPTY);
    Receiver receiver = new Receiver(caller, settings.target().frameMax());
    caller.connected(new UndertowWire(channel, settings.target().frameMax()));
    channel.getReceiveSetter().set(receiver);
    channel.addCloseTask(ignored -> receiver.gone());
    channel.resumeReceives();
  }

  private void refuse(Dialer.Refusal refusal) {
    if (end()) {
      caller.refused(refusal);
    }
  }

  @Override
  public void cancel() {
    end();
  }

  private boolean end() {
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      if (connection != null) {
        abort(connection);
      }
      return true;
    }
  }

  /**
   * Frees the socket at once; {@link ClientConnection#close} would wait some ten seconds for the
   * other side to read.
   */
  private static void abort(ClientConnection connection) {
    connection
        .getIoThread()
        .execute(
            () -> {
              try {
                IoUtils.safeClose(connection.performUpgrade());
              } catch (IOException e) {
                IoUtils.safeClose(connection);
              }
            });
  }
}
