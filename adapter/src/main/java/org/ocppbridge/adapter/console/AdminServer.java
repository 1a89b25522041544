package org.ocppbridge.adapter.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.undertow.Undertow;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The admin port: health for the machine that watches the bridge, the state of the chargers for
 * people. It shows; all that can be changed here is what becomes of dead letters.
 */
public final class AdminServer implements AutoCloseable {
  /** Where dead letters are, with the command behind it if there is one. */
  public static final String LETTERS = "/api/v1/dead-letters/";

  /** Where a page of one charger's dead letters is. */
  public static final String LETTERS_PAGE = "/api/v1/dead-letters";

  private final Undertow server;
  private final Supplier<BridgeStatus> status;
  private final DeadLetterDesk letters;
  private final Optional<byte[]> token;
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /**
   * Starts to listen.
   *
   * @param port 0 takes any free port
   * @param token what {@code Authorization: Bearer} has to hold for everything but health; empty:
   *     no check, which is for loopback alone
   * @param letters what can be done about dead letters
   * @param ready whether SOAP is served and the store takes writes
   */
  public AdminServer(
      String host,
      int port,
      Optional<String> token,
      BooleanSupplier ready,
      Supplier<BridgeStatus> status,
      DeadLetterDesk letters) {
    this.status = status;
    this.letters = letters;
    this.token = token.map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
    HttpHandler paths =
        new PathHandler(AdminServer::notFound)
            .addExactPath("/health/live", exchange -> text(exchange, StatusCodes.OK, "live\n"))
            .addExactPath("/health/ready", exchange -> ready(exchange, ready.getAsBoolean()))
            .addExactPath("/api/v1/chargers", guarded(this::chargersAsJson))
            .addExactPath(LETTERS_PAGE, guarded(this::lettersAsJson))
            .addExactPath("/", guarded(this::chargersAsPage));
    HttpHandler commands =
        new PathHandler(exchange -> text(exchange, StatusCodes.METHOD_NOT_ALLOWED, "GET only\n"))
            .addExactPath(LETTERS + "retry", guarded(exchange -> letter(exchange, letters::retry)))
            .addExactPath(LETTERS + "drop", guarded(exchange -> letter(exchange, letters::drop)));
    this.server =
        Undertow.builder()
            .setByteBufferPool(new DefaultByteBufferPool(true, 16364, 256, 0))
            .setIoThreads(1)
            .setWorkerThreads(2)
            .addHttpListener(port, host)
            .setHandler(exchange -> route(exchange, paths, commands))
            .build();
    server.start();
  }

  /** The address it listens on. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void route(HttpServerExchange exchange, HttpHandler paths, HttpHandler commands)
      throws Exception {
    exchange.getResponseHeaders().put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange
        .getResponseHeaders()
        .put(Headers.CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'self'");
    boolean reads =
        exchange.getRequestMethod().equals(Methods.GET)
            || exchange.getRequestMethod().equals(Methods.HEAD);
    if (reads) {
      paths.handleRequest(exchange);
    } else if (exchange.getRequestMethod().equals(Methods.POST)) {
      commands.handleRequest(exchange);
    } else {
      text(exchange, StatusCodes.METHOD_NOT_ALLOWED, "GET only\n");
    }
  }

  /**
   * A command says {@code Content-Type: application/json}, though it has no body: the page of a
   * stranger cannot say so without asking first.
   */
  private static void letter(HttpServerExchange exchange, Command command) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    Optional<String> charger = parameter(exchange, "charger");
    Optional<Long> number = number(exchange, "number");
    if (type == null || !type.startsWith("application/json")) {
      text(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, "Content-Type: application/json only\n");
    } else if (charger.isEmpty() || number.isEmpty()) {
      text(exchange, StatusCodes.BAD_REQUEST, "charger=ID and number=NUMBER are needed\n");
    } else if (command.carryOut(charger.get(), number.get())) {
      text(exchange, StatusCodes.OK, "done\n");
    } else {
      text(exchange, StatusCodes.NOT_FOUND, "no such dead letter\n");
    }
  }

  /** What is done about a dead letter. */
  private interface Command {
    boolean carryOut(String charger, long number);
  }

  private static Optional<String> parameter(HttpServerExchange exchange, String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
  }

  private static Optional<Long> number(HttpServerExchange exchange, String name) {
    return parameter(exchange, name).filter(n -> n.matches("\\d{1,18}")).map(Long::valueOf);
  }

  private HttpHandler guarded(HttpHandler handler) {
    return exchange -> {
      if (token.isEmpty() && !isForLoopback(exchange.getHostName())) {
        text(exchange, StatusCodes.FORBIDDEN, "without admin.token: ask for localhost\n");
      } else if (mayRead(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))) {
        exchange.dispatch(handler);
      } else {
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        text(exchange, StatusCodes.UNAUTHORIZED, "Authorization: Bearer TOKEN is needed\n");
      }
    };
  }

  /**
   * DNS rebinding: the page of a stranger, open in a browser on this machine, can have its own name
   * point to loopback, but its requests still carry that name.
   */
  private static boolean isForLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  private boolean mayRead(String authorization) {
    if (token.isEmpty()) {
      return true;
    }
    return authorization != null
        && MessageDigest.isEqual(token.get(), authorization.getBytes(StandardCharsets.UTF_8));
  }

  private static void ready(HttpServerExchange exchange, boolean ready) {
    text(
        exchange,
        ready ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE,
        ready ? "ready\n" : "not ready\n");
  }

  private void chargersAsJson(HttpServerExchange exchange) throws JsonProcessingException {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(json.writeValueAsString(status.get()));
  }

  private void lettersAsJson(HttpServerExchange exchange) throws JsonProcessingException {
    long after = number(exchange, "after").orElse(0L);
    String charger = parameter(exchange, "charger").orElse("");
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(json.writeValueAsString(letters.page(charger, after)));
  }

  private void chargersAsPage(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
    exchange.getResponseSender().send(StatusPage.of(status.get()));
  }

  private static void notFound(HttpServerExchange exchange) {
    text(exchange, StatusCodes.NOT_FOUND, "no such page\n");
  }

  private static void text(HttpServerExchange exchange, int status, String body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    exchange.getResponseSender().send(body);
  }
}
