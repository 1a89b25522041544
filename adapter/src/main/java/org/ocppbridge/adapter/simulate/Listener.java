package org.ocppbridge.adapter.simulate;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one HTTP listener of all simulated chargers of a process; each has a path of its own. */
final class Listener implements AutoCloseable {

  /** Longest command that is read, in bytes. */
  static final long BODY_MAX = 4L << 20;

  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String host;
  private final Undertow server;

  Listener(String host, int port) {
    this.host = host;
    this.server =
        Undertow.builder()
            .addHttpListener(port, host)
            .setByteBufferPool(new DefaultByteBufferPool(true, 16_364, 2_048, 0))
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, BODY_MAX)
            .setHandler(this::handle)
            .build();
    server.start();
  }

  /** Where the charger of that number is called. */
  String address(int number) {
    int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port
        + "/cp/"
        + number;
  }

  void serve(int number, Endpoint endpoint) {
    endpoints.put("/cp/" + number, endpoint);
  }

  private void handle(HttpServerExchange exchange) {
    Endpoint endpoint = endpoints.get(exchange.getRequestPath());
    if (endpoint == null) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
      return;
    }
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (reading, body) ->
                reading.dispatch(threads, all -> answer(all, endpoint.answer(body))));
  }

  private static void answer(HttpServerExchange exchange, Endpoint.Reply reply) {
    exchange.addExchangeCompleteListener(
        (done, next) -> {
          reply.afterwards().run();
          next.proceed();
        });
    exchange.setStatusCode(reply.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/soap+xml; charset=utf-8");
    exchange
        .getResponseSender()
        .send(ByteBuffer.wrap(reply.envelope().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop();
    threads.shutdownNow();
  }
}
