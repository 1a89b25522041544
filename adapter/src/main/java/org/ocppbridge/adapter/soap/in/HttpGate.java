package org.ocppbridge.adapter.soap.in;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.ocppbridge.adapter.soap.Place;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Refusal;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.Printable;

/**
 * The door on the I/O thread: lets through POSTs to the right paths, in sound framing and of
 * bounded size, reads them whole, and hands them to a virtual thread if there is room. It never
 * blocks, so slow clients hold up nobody.
 */
final class HttpGate implements HttpHandler, BodyReceiver.Outcome {

  /** Said to a charger for JSON. */
  private static final String FOR_JSON =
      "This address speaks OCPP over SOAP (POST). A charger for JSON has to connect to its central"
          + " system's WebSocket address instead.\n";

  /** A peak is over in seconds; most chargers go by their own time anyway. */
  private static final long COME_AGAIN_SECONDS = 10;

  /** As long as the shortest secret part of a path. */
  private static final int SECRET_MIN = 16;

  private final SoapSettings settings;
  private final List<String> paths;
  private final Room room;
  private final BodyBudget budget;
  private final Executor threads;
  private final SoapExchanges exchanges;
  private final RefusalLog refusals;
  private final Pace.Of paces;
  private final Clients clients;
  private final Watch watch;

  HttpGate(
      SoapSettings settings,
      Room room,
      Executor threads,
      SoapExchanges exchanges,
      RefusalLog refusals,
      Pace.Of paces,
      Watch watch) {
    this.paces = paces;
    this.watch = watch;
    this.clients = new Clients(settings.door().proxy());
    this.refusals = refusals;
    this.budget = new BodyBudget(settings.sizes().bodies());
    this.settings = settings;
    this.paths = paths(settings);
    this.room = room;
    this.threads = threads;
    this.exchanges = exchanges;
  }

  private static List<String> paths(SoapSettings settings) {
    List<String> paths = new ArrayList<>();
    paths.add(SoapSettings.PATH);
    settings.aliases().forEach(alias -> paths.add(canonical(alias)));
    return List.copyOf(paths);
  }

  /**
   * What goes wrong here, say because the bridge is stopping, may concern a transaction message: it
   * is not answered with 500, but not at all.
   */
  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    try {
      handle(exchange);
    } catch (RuntimeException e) {
      givenUp(exchange, "not received: " + e);
    }
  }

  private void handle(HttpServerExchange exchange) throws Exception {
    clients.tell(exchange);
    exchange.setMaxEntitySize(settings.sizes().body());
    if (paces.refused().isUp(exchange.getSourceAddress().getAddress())) {
      // Before anything of it is read: it may be a transaction message, so nothing is answered.
      givenUp(exchange, Refusal.RATE, "soap.rate.refusedPerSource is reached");
    } else if (!isServed(exchange.getRequestPath())) {
      refuse(
          exchange,
          Refusal.PATH,
          StatusCodes.NOT_FOUND,
          "path '" + shown(exchange.getRequestPath()) + "' is not served");
    } else if (!exchange.getRequestMethod().equals(Methods.POST)) {
      exchange.getResponseHeaders().put(Headers.ALLOW, Methods.POST_STRING);
      wrongMethod(exchange);
    } else if (Framing.problem(exchange).isPresent()) {
      refuse(exchange, Refusal.FRAMING, StatusCodes.BAD_REQUEST, Framing.problem(exchange).get());
    } else if (isMultipart(exchange)) {
      refuse(
          exchange,
          Refusal.MEDIA_TYPE,
          StatusCodes.UNSUPPORTED_MEDIA_TYPE,
          "multipart is not accepted");
    } else if (exchange.getRequestContentLength() > settings.sizes().body()) {
      tooLong(exchange);
    } else {
      receive(exchange);
    }
  }

  private void receive(HttpServerExchange exchange) throws Exception {
    if (Framing.isChunked(exchange)) {
      exchange.setPersistent(false);
    }
    new BodyReceiver(exchange, settings, budget, this).start();
  }

  @Override
  public void tooLong(HttpServerExchange exchange) {
    refuse(
        exchange,
        Refusal.TOO_LONG,
        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
        "more than " + settings.sizes().body() + " bytes");
  }

  @Override
  public void broken(HttpServerExchange exchange) {
    refuse(
        exchange,
        Refusal.FRAMING,
        StatusCodes.BAD_REQUEST,
        "the body broke off or has odd framing");
  }

  @Override
  public void givenUp(HttpServerExchange exchange, String reason) {
    givenUp(exchange, Refusal.OTHER, reason);
  }

  private void givenUp(HttpServerExchange exchange, Refusal kind, String reason) {
    log(exchange, kind, reason);
    Connections.close(exchange);
  }

  @Override
  public void received(HttpServerExchange exchange, byte[] body, BodyBudget.Hold hold) {
    if (exchange.getConnection() instanceof HttpServerConnection connection
        && connection.getExtraBytes() != null) {
      exchange.setPersistent(false);
    }
    if (!paces.requests().take(exchange.getSourceAddress().getAddress())) {
      hold.release();
      comeAgain(
          exchange,
          TransactionMessages.mayBe(body),
          Refusal.RATE,
          "soap.rate.perSource is reached");
      return;
    }
    Room.Taken place = room.enter(false);
    boolean transaction = place == null && TransactionMessages.mayBe(body);
    if (transaction) {
      place = room.enter(true);
    }
    if (place == null) {
      hold.release();
      comeAgain(exchange, transaction, Refusal.OVERLOAD, "soap.limits.inWork is reached");
    } else {
      dispatch(exchange, body, hold, place);
    }
  }

  private void dispatch(
      HttpServerExchange exchange, byte[] body, BodyBudget.Hold hold, Room.Taken place) {
    exchange.addExchangeCompleteListener(
        (done, next) -> {
          place.leave();
          next.proceed();
        });
    exchange.dispatch(
        task -> serveLater(exchange, task, hold),
        (HttpHandler)
            dispatched ->
                ScopedValue.where(Place.CURRENT, place).run(() -> serve(dispatched, body, hold)));
  }

  /**
   * There are too many at once: said before anything of it is parsed, and without a fault, so that
   * the charger comes again. A charger that is answered keeps its connection, for another handshake
   * would cost more than this answer.
   */
  private void comeAgain(
      HttpServerExchange exchange, boolean transaction, Refusal kind, String reason) {
    if (transaction) {
      givenUp(exchange, kind, reason);
    } else {
      log(exchange, kind, reason);
      unavailable(exchange);
    }
  }

  /** Answers 503: the charger is to come again, but not at once. */
  static void unavailable(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, COME_AGAIN_SECONDS);
    exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
    exchange.endExchange();
  }

  private void serveLater(HttpServerExchange exchange, Runnable task, BodyBudget.Hold hold) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      hold.release();
      givenUp(exchange, "the bridge is stopping");
    }
  }

  private void serve(HttpServerExchange exchange, byte[] body, BodyBudget.Hold hold) {
    try {
      exchanges.serve(exchange, clients.proof(exchange), body, hold);
    } finally {
      hold.release();
    }
  }

  /**
   * Paths are compared without letter case: chargers are known that store their URL in lower case
   * (FF H4).
   */
  private boolean isServed(String requested) {
    String path = canonical(requested);
    return paths.stream().anyMatch(served -> isAtOrBelow(path, served));
  }

  /** The alias / serves all: charger addresses that are moved by DNS alone have any path. */
  private static boolean isAtOrBelow(String path, String served) {
    return served.equals("/") || path.equals(served) || path.startsWith(served + "/");
  }

  private static String canonical(String path) {
    String lower = ("/" + path).toLowerCase(Locale.ROOT).replaceAll("/{2,}", "/");
    return lower.length() > 1 && lower.endsWith("/")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  /** A path for people: a long part of it may be a charger's secret. */
  private static String shown(String path) {
    return Printable.of(path.replaceAll("[^/]{" + SECRET_MIN + ",}", "***"));
  }

  private static boolean isMultipart(HttpServerExchange exchange) {
    HeaderValues types = exchange.getRequestHeaders().get(Headers.CONTENT_TYPE);
    return types != null
        && types.stream()
            .anyMatch(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/"));
  }

  private void wrongMethod(HttpServerExchange exchange) {
    String method = Printable.of(exchange.getRequestMethod().toString());
    if (!exchange.getRequestHeaders().contains(Headers.UPGRADE)) {
      refuse(
          exchange,
          Refusal.METHOD,
          StatusCodes.METHOD_NOT_ALLOWED,
          "method " + method + " where only POST is");
      return;
    }
    log(
        exchange,
        Refusal.WEBSOCKET,
        method
            + " with Upgrade: a charger for JSON, whose WebSocket address was set to the SOAP"
            + " address");
    watch.noticed(
        Mistake.JSON_STATION,
        named(exchange.getRequestPath()),
        "it asks for a WebSocket at "
            + shown(exchange.getRequestPath())
            + ", from "
            + exchange.getSourceAddress().getAddress().getHostAddress());
    exchange.setPersistent(false);
    exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    exchange.getResponseSender().send(FOR_JSON);
  }

  /** Chargers for JSON put their identity at the end of the path; a long part may be a secret. */
  private static String named(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    boolean isName = !canonical(path).equals(SoapSettings.PATH) && last.length() < SECRET_MIN;
    return isName ? last : "";
  }

  private void refuse(HttpServerExchange exchange, Refusal kind, int status, String reason) {
    log(exchange, kind, reason);
    exchange.setPersistent(false);
    if (!exchange.isRequestComplete() && mayBeLong(exchange)) {
      Connectors.terminateRequest(exchange); // else its rest is read, which may have no end
    }
    exchange.setStatusCode(status);
    exchange.endExchange();
  }

  private boolean mayBeLong(HttpServerExchange exchange) {
    return Framing.isChunked(exchange)
        || exchange.getRequestContentLength() > settings.sizes().body();
  }

  private void log(HttpServerExchange exchange, Refusal kind, String reason) {
    watch.turnedAway(kind);
    if (kind != Refusal.OVERLOAD) {
      // That there are too many at once is not the fault of the one who asks.
      boolean _ = paces.refused().take(exchange.getSourceAddress().getAddress());
    }
    boolean _ =
        refusals.tell(
            exchange, "refused a request from " + exchange.getSourceAddress() + ": " + reason);
  }
}
