package org.ocppbridge.adapter.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.Connectors;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.xnio.Options;
import org.xnio.Sequence;

/**
 * The admin port: health for the machine that watches the bridge, the state of the chargers for
 * people. All but health and the sign-in page is for who is signed in ({@link Guard}); what changes
 * something is a POST, and stands in the {@link AuditLog}.
 */
public final class AdminServer implements AutoCloseable {

  /** Where dead letters are, with the command behind it if there is one. */
  public static final String LETTERS = "/api/v1/dead-letters/";

  /** Where a page of one charger's dead letters is. */
  public static final String LETTERS_PAGE = "/api/v1/dead-letters";

  /** Reads the settings again. */
  public static final String RELOAD = "/api/v1/reload";

  private static final int SECOND = 1_000;

  private final Undertow server;
  private final Operator operator;
  private final AuditLog audit;
  private final Guard guard;
  private final boolean tls;
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /** Starts to listen. */
  public AdminServer(AdminSettings settings, AdminToken token, AuditLog audit, Operator operator) {
    this.operator = operator;
    this.audit = audit;
    this.guard = new Guard(token, settings, audit);
    this.tls = settings.tls().isPresent();
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
            .setHandler(careful(paths()));
    settings
        .tls()
        .ifPresentOrElse(
            context -> builder.addHttpsListener(settings.port(), settings.host(), context),
            () -> builder.addHttpListener(settings.port(), settings.host()));
    this.server = builder.build();
    server.start();
  }

  private HttpHandler paths() {
    return new PathHandler(AdminServer::notFound)
        .addExactPath(
            "/health/live", get(exchange -> Replies.text(exchange, StatusCodes.OK, "live\n")))
        .addExactPath("/health/ready", get(this::ready))
        .addExactPath(
            "/login",
            getOrPost(
                exchange -> Replies.page(exchange, StatusCodes.OK, SignInPage.of("")),
                Form.read(this::signIn)))
        .addExactPath("/logout", post(action(this::signOut)))
        .addExactPath("/metrics", get(guard.signedIn(this::metrics)))
        .addExactPath("/api/v1/chargers", get(guard.signedIn(this::chargersAsJson)))
        .addExactPath("/api/v1/chargers/accept", post(action(this::accept)))
        .addExactPath(LETTERS_PAGE, get(guard.signedIn(this::lettersAsJson)))
        .addExactPath(LETTERS + "retry", post(letter("retry", operator.letters()::retry)))
        .addExactPath(LETTERS + "drop", post(letter("drop", operator.letters()::drop)))
        .addExactPath(RELOAD, post(action(this::reload)))
        .addExactPath("/api/v1/audit", get(guard.signedIn(this::auditAsJson)))
        .addExactPath("/", get(guard.signedIn(this::chargersAsPage)));
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
      if (Form.isTooLong(exchange)) {
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
        Replies.text(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "too long\n");
      } else {
        next.handleRequest(exchange);
      }
    };
  }

  private static HttpHandler get(HttpHandler handler) {
    return getOrPost(handler, null);
  }

  private static HttpHandler post(HttpHandler handler) {
    return getOrPost(null, handler);
  }

  private static HttpHandler getOrPost(HttpHandler reads, HttpHandler changes) {
    return exchange -> {
      HttpString method = exchange.getRequestMethod();
      boolean isRead = method.equals(Methods.GET) || method.equals(Methods.HEAD);
      HttpHandler handler = isRead ? reads : method.equals(Methods.POST) ? changes : null;
      if (handler != null) {
        handler.handleRequest(exchange);
      } else {
        String allowed = reads == null ? "POST" : changes == null ? "GET" : "GET, POST";
        exchange.getResponseHeaders().put(Headers.ALLOW, allowed);
        Replies.text(exchange, StatusCodes.METHOD_NOT_ALLOWED, allowed + " only\n");
      }
    };
  }

  /** What changes something: signed in, and meant. */
  private HttpHandler action(Form.Handler handler) {
    return Form.read(
        (exchange, form) ->
            guard.signedIn(signedIn -> meant(signedIn, form, handler)).handleRequest(exchange));
  }

  private void meant(HttpServerExchange exchange, Form form, Form.Handler handler)
      throws Exception {
    if (guard.isMeant(exchange, form.field("csrf"))) {
      handler.handle(exchange, form);
      return;
    }
    String what = exchange.getRequestPath();
    audit.write(Guard.who(exchange), Guard.from(exchange), what, "not from our pages", false);
    Replies.text(exchange, StatusCodes.FORBIDDEN, "the CSRF value is missing or wrong\n");
  }

  private void signIn(HttpServerExchange exchange, Form form) {
    Optional<String> cookie = guard.signIn(exchange, form.field("token").orElse(""));
    if (cookie.isPresent()) {
      exchange.getResponseHeaders().put(Headers.SET_COOKIE, cookie.get());
      Replies.seeOther(exchange, "/");
    } else if (exchange.getStatusCode() != StatusCodes.TOO_MANY_REQUESTS) {
      Replies.page(exchange, StatusCodes.UNAUTHORIZED, SignInPage.of("That is not the token."));
    }
  }

  private void signOut(HttpServerExchange exchange, Form form) {
    exchange.getResponseHeaders().put(Headers.SET_COOKIE, guard.signOut(exchange));
    Replies.seeOther(exchange, "/login");
  }

  private void accept(HttpServerExchange exchange, Form form) {
    String id = form.field("id").orElse("");
    boolean done = operator.accept().test(id);
    audit.write(Guard.who(exchange), Guard.from(exchange), "accept charger", id, done);
    finish(exchange, done, "accepted\n", "there was nothing to accept\n");
  }

  private void reload(HttpServerExchange exchange, Form form) throws JsonProcessingException {
    boolean now = parameter(exchange, form, "now").filter("true"::equals).isPresent();
    Optional<Reloading.Outcome> outcome = operator.reload().apply(now);
    boolean done = outcome.filter(found -> found.problems().isEmpty()).isPresent();
    audit.write(Guard.who(exchange), Guard.from(exchange), "reload", now ? "now" : "", done);
    if (outcome.isEmpty()) {
      Replies.text(exchange, StatusCodes.NOT_FOUND, "there are no settings to read again\n");
      return;
    }
    exchange.setStatusCode(done ? StatusCodes.OK : StatusCodes.UNPROCESSABLE_ENTITY);
    Replies.json(exchange, json.writeValueAsString(outcome.get()));
  }

  /** What is done about a dead letter. */
  private interface Command {
    boolean carryOut(String charger, long number);
  }

  private HttpHandler letter(String what, Command command) {
    return action(
        (exchange, form) -> {
          Optional<String> charger = parameter(exchange, form, "charger");
          Optional<Long> number = number(parameter(exchange, form, "number"));
          if (charger.isEmpty() || number.isEmpty()) {
            Replies.text(
                exchange, StatusCodes.BAD_REQUEST, "charger=ID and number=NUMBER are needed\n");
            return;
          }
          boolean done = command.carryOut(charger.get(), number.get());
          audit.write(
              Guard.who(exchange),
              Guard.from(exchange),
              what + " dead letter",
              charger.get() + " " + number.get(),
              done);
          finish(exchange, done, "done\n", "no such dead letter\n");
        });
  }

  private static Optional<Long> number(Optional<String> text) {
    return text.filter(n -> n.matches("\\d{1,18}")).map(Long::valueOf);
  }

  private static Optional<String> parameter(HttpServerExchange exchange, Form form, String name) {
    return parameter(exchange, name).or(() -> form.field(name));
  }

  private static Optional<String> parameter(HttpServerExchange exchange, String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
  }

  /** A browser is led back to its page. */
  private static void finish(HttpServerExchange exchange, boolean done, String yes, String no) {
    if (exchange.getAttachment(Guard.SESSION) != null) {
      Replies.seeOther(exchange, "/");
    } else {
      Replies.text(exchange, done ? StatusCodes.OK : StatusCodes.NOT_FOUND, done ? yes : no);
    }
  }

  private void ready(HttpServerExchange exchange) {
    boolean ready = operator.ready().getAsBoolean();
    Replies.text(
        exchange,
        ready ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE,
        ready ? "ready\n" : "not ready\n");
  }

  private void metrics(HttpServerExchange exchange) {
    exchange
        .getResponseHeaders()
        .put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    exchange.getResponseSender().send(operator.metrics().get());
  }

  private void chargersAsJson(HttpServerExchange exchange) throws JsonProcessingException {
    Replies.json(exchange, json.writeValueAsString(operator.status().get()));
  }

  private void auditAsJson(HttpServerExchange exchange) throws JsonProcessingException {
    Replies.json(exchange, json.writeValueAsString(audit.last()));
  }

  private void lettersAsJson(HttpServerExchange exchange) throws JsonProcessingException {
    long after = number(parameter(exchange, "after")).orElse(0L);
    String charger = parameter(exchange, "charger").orElse("");
    Replies.json(exchange, json.writeValueAsString(operator.letters().page(charger, after)));
  }

  private void chargersAsPage(HttpServerExchange exchange) {
    Sessions.Session session = exchange.getAttachment(Guard.SESSION);
    Optional<String> csrf = Optional.ofNullable(session).map(Sessions.Session::csrf);
    Replies.page(exchange, StatusCodes.OK, StatusPage.of(operator.status().get(), csrf));
  }

  private static void notFound(HttpServerExchange exchange) {
    Replies.text(exchange, StatusCodes.NOT_FOUND, "no such page\n");
  }
}
