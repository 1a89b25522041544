package org.ocppbridge.adapter.soap.out;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.ClientResponse;
import io.undertow.connector.ByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.Protocols;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.xnio.IoUtils;

/**
 * One request on one connection. Runs on the connection's I/O thread; others wait on {@link
 * #answer}.
 */
final class HttpCall {

  private final HttpPost post;
  private final ClientConnection connection;
  private final ByteBufferPool buffers;
  private final int answerLimit;
  private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  /** Set when the head of an answer is there; used on the I/O thread only. */
  private BodyReader reader;

  HttpCall(HttpPost post, ClientConnection connection, ByteBufferPool buffers, int answerLimit) {
    this.post = post;
    this.connection = connection;
    this.buffers = buffers;
    this.answerLimit = answerLimit;
  }

  void start() {
    connection.getIoThread().execute(() -> connection.sendRequest(request(), on(this::sending)));
  }

  /** The answer, or an {@link ExchangeFailure}. */
  CompletableFuture<HttpAnswer> answer() {
    return answer;
  }

  /** Completes, exceptionally, only if the call fails; with the raw reason. */
  CompletableFuture<Void> failure() {
    return failure;
  }

  /** Bytes received so far, head included. */
  long received() {
    return connection.getStatistics().getRead();
  }

  /**
   * Closes the connection. A plain one is closed here and now: an endless answer could keep its I/O
   * thread from ever getting to it. TLS buffers belong to the I/O thread.
   */
  void close() {
    if (post.secure()) {
      connection.getIoThread().execute(this::hangUp);
    } else {
      hangUp();
    }
  }

  /**
   * Closes what lies below Undertow's client, which itself would wait 10 s for a silent charger to
   * close first.
   */
  private void hangUp() {
    try {
      IoUtils.safeClose(connection.performUpgrade());
    } catch (IOException closedBefore) {
      IoUtils.safeClose(connection);
    }
  }

  private ClientRequest request() {
    ClientRequest request =
        new ClientRequest()
            .setMethod(Methods.POST)
            .setPath(post.target())
            .setProtocol(Protocols.HTTP_1_1);
    request.getRequestHeaders().put(Headers.HOST, post.hostHeader());
    post.headers()
        .forEach((name, value) -> request.getRequestHeaders().put(new HttpString(name), value));
    request.getRequestHeaders().put(Headers.CONTENT_LENGTH, post.body().length);
    if (post.closeConnection()) {
      request.getRequestHeaders().put(Headers.CONNECTION, "close");
    }
    return request;
  }

  private void sending(ClientExchange exchange) {
    // Undertow adds it as if it were a proxy.
    exchange.getRequest().getRequestHeaders().remove(Headers.X_FORWARDED_PROTO);
    exchange.setResponseListener(on(this::answering));
    new BodyWriter(post.body(), this::fail).handleEvent(exchange.getRequestChannel());
  }

  private void answering(ClientExchange exchange) {
    ClientResponse response = exchange.getResponse();
    reader =
        new BodyReader(
            buffers,
            answerLimit,
            (bytes, cut) ->
                answer.complete(
                    new HttpAnswer(
                        response.getResponseCode(),
                        header(response, Headers.CONTENT_TYPE),
                        header(response, Headers.CONTENT_ENCODING),
                        header(response, Headers.LOCATION),
                        bytes,
                        cut)),
            answer::completeExceptionally);
    reader.handleEvent(exchange.getResponseChannel());
  }

  private static String header(ClientResponse response, HttpString name) {
    String value = response.getResponseHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private void fail(IOException e) {
    failure.completeExceptionally(e);
    if (reader != null) {
      reader.cut();
    }
    answer.completeExceptionally(lost());
  }

  private ExchangeFailure lost() {
    long received = received();
    return received > 0
        ? new ExchangeFailure(
            Why.NOT_SOAP, "the " + received + " bytes it sent back are no HTTP answer")
        : new ExchangeFailure(
            Why.SILENT,
            "it closed the connection without an answer; the command may have been carried out");
  }

  private ClientCallback<ClientExchange> on(Consumer<ClientExchange> completed) {
    return new ClientCallback<>() {
      @Override
      public void completed(ClientExchange exchange) {
        completed.accept(exchange);
      }

      @Override
      public void failed(IOException e) {
        fail(e);
      }
    };
  }
}
