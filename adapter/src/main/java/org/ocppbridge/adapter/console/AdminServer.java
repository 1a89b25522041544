package org.ocppbridge.adapter.console;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.Connectors;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.ledger.LedgerApi;
import org.xnio.Options;
import org.xnio.Sequence;

/**
 * The admin port: health for the machine that watches the bridge, the console for people, the API
 * for both. All but health, the sign-in page and the console's own files is for who is signed in
 * ({@link Guard}); what changes something is a POST, and stands in the {@link AuditLog}.
 */
public final class AdminServer implements AutoCloseable {

  /** Where a page of one charger's dead letters is. */
  public static final String LETTERS_PAGE = LettersApi.PATH;

  /** Where dead letters are, with the command behind it. */
  public static final String LETTERS = LettersApi.PATH + "/";

  /** Where the chargers are that have dead letters. */
  public static final String LETTER_HOLDERS = LettersApi.HOLDERS;

  /** How often {@link #tick} is to be called. */
  public static final Duration TICK = LiveEvents.EVERY;

  /** Where a driver's token is erased. */
  public static final String ERASE = "/api/v1/erase";

  /** Reads the settings again. */
  public static final String RELOAD = "/api/v1/reload";

  private static final int SECOND = 1_000;

  /** Most minutes of a chart: a day. */
  private static final int MINUTES_MAX = 24 * 60;

  private final Undertow server;
  private final Operator operator;
  private final AuditLog audit;
  private final OwnNames names;
  private final boolean tls;
  private final LiveEvents live;
  private final Router router;

  /** Starts to listen. */
  public AdminServer(AdminSettings settings, AdminToken token, AuditLog audit, Operator operator) {
    this.operator = operator;
    this.audit = audit;
    this.tls = settings.tls().isPresent();
    Guard guard = new Guard(token, settings, audit);
    this.live = new LiveEvents(operator.fleet(), guard);
    this.router = routes(guard);
    this.names = new OwnNames(settings.names());
    Undertow.Builder builder =
        Undertow.builder()
            .setByteBufferPool(new DefaultByteBufferPool(true, 16364, 256, 0))
            .setIoThreads(1)
            .setWorkerThreads(4)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) Form.MAX)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10 * SECOND)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60 * SECOND)
            .setServerOption(UndertowOptions.IDLE_TIMEOUT, 60 * SECOND)
            .setSocketOption(Options.CONNECTION_HIGH_WATER, 1_000)
            .setSocketOption(Options.CONNECTION_LOW_WATER, 1_000)
            .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, Sequence.of("TLSv1.3", "TLSv1.2"))
            .setHandler(careful(router));
    settings
        .tls()
        .ifPresentOrElse(
            context -> builder.addHttpsListener(settings.port(), settings.host(), context),
            () -> builder.addHttpListener(settings.port(), settings.host()));
    this.server = builder.build();
    server.start();
  }

  private Router routes(Guard guard) {
    Router routes = new Router(guard, audit);
    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    routes
        .open("/health/live", call -> Replies.text(call.exchange(), StatusCodes.OK, "live\n"))
        .open("/health/ready", this::ready)
        .get("/metrics", this::metrics);
    assets.addTo(routes);
    new SignIn(guard, pages).addTo(routes);
    pages.addTo(routes);
    new FleetApi(operator.fleet()).addTo(routes);
    new ActionsApi(operator.actions(), audit).addTo(routes);
    new LettersApi(operator.fleet(), operator.letters(), audit).addTo(routes);
    live.addTo(routes);
    for (String below : List.of("", "/export", "/live", "/counts", "/{id}")) {
      routes.get(LedgerApi.PATH + below, call -> operator.ledger().handleRequest(call.exchange()));
    }
    return routes
        .post(ERASE, this::erase)
        .post(RELOAD, this::reload)
        .get("/api/v1/charts", this::charts)
        .get("/api/v1/audit", call -> Replies.json(call.exchange(), audit.last()))
        .get("/api/v1/openapi.json", call -> Replies.openApi(call.exchange()));
  }

  /** All routes, {@code GET /path/{name}}. */
  List<String> routes() {
    return router.routes();
  }

  /** Tells who watches what has changed; to be called every {@link #TICK}. */
  public void tick() {
    live.tick();
  }

  /** The address it listens on. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
  }

  /** Shows another certificate from now on. */
  public void show(SSLContext context) {
    server.getListenerInfo().getFirst().setSslContext(context);
  }

  @Override
  public void close() {
    server.stop();
  }

  private HttpHandler careful(HttpHandler next) {
    return exchange -> {
      Replies.careful(exchange, tls);
      if (!names.isMeant(exchange)) {
        OwnNames.refuse(exchange);
      } else if (Form.isTooLong(exchange)) {
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
        Replies.text(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "too long\n");
      } else {
        next.handleRequest(exchange);
      }
    };
  }

  /** The token is in the body alone: not in an address, and not in the audit log. */
  private void erase(Call call) throws IOException {
    String token = call.form().field("token").orElse("");
    try {
      Operator.Erased erased = operator.eraser().erase(token);
      String from = Guard.from(call.exchange());
      audit.write(Guard.who(call.exchange()), from, "erase token", erased.words(), true);
      Replies.json(call.exchange(), erased);
    } catch (IllegalArgumentException wrong) {
      throw Call.bad(wrong.getMessage());
    }
  }

  private void metrics(Call call) {
    call.exchange()
        .getResponseHeaders()
        .put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    call.exchange().getResponseSender().send(operator.metrics().get());
  }

  private void charts(Call call) {
    int minutes = call.number("minutes", 1, MINUTES_MAX).orElse(60L).intValue();
    Replies.json(call.exchange(), operator.charts().apply(minutes));
  }

  private void reload(Call call) {
    boolean now = call.flag("now");
    Optional<Reloading.Outcome> outcome = operator.reload().apply(now);
    boolean done = outcome.filter(found -> found.problems().isEmpty()).isPresent();
    String from = Guard.from(call.exchange());
    audit.write(Guard.who(call.exchange()), from, "reload", now ? "now" : "", done);
    Reloading.Outcome found =
        outcome.orElseThrow(() -> Call.missing("there are no settings to read again"));
    call.exchange().setStatusCode(done ? StatusCodes.OK : StatusCodes.UNPROCESSABLE_ENTITY);
    Replies.json(call.exchange(), found);
  }

  private void ready(Call call) {
    boolean ready = operator.ready().getAsBoolean();
    Replies.text(
        call.exchange(),
        ready ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE,
        ready ? "ready\n" : "not ready\n");
  }
}
