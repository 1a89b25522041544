package org.ocppbridge.adapter.console;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All routes of the admin port: who may use each is said where it is added. */
final class Router implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final Guard guard;
  private final AuditLog audit;
  private final List<Route> routes = new ArrayList<>();

  /** Answers to a method at a path. */
  private record Route(HttpString method, Template template, Entry entry) {}

  /** Hands a request on to its endpoint, if it may. */
  private interface Entry {
    void enter(HttpServerExchange exchange, Map<String, String> path) throws Exception;
  }

  Router(Guard guard, AuditLog audit) {
    this.guard = guard;
    this.audit = audit;
  }

  /** Something for everybody to read. */
  Router open(String template, Call.Endpoint endpoint) {
    return add(Methods.GET, template, (exchange, path) -> run(exchange, path, endpoint));
  }

  /** Something that everybody may post. */
  Router openPost(String template, Call.Endpoint endpoint) {
    return add(
        Methods.POST,
        template,
        (exchange, path) ->
            Form.read((read, form) -> answer(new Call(read, path, form), endpoint))
                .handleRequest(exchange));
  }

  /** Something to read for who is signed in. */
  Router get(String template, Call.Endpoint endpoint) {
    return add(
        Methods.GET,
        template,
        (exchange, path) ->
            guard.signedIn(allowed -> run(allowed, path, endpoint)).handleRequest(exchange));
  }

  /** An action: signed in, and meant. */
  Router post(String template, Call.Endpoint endpoint) {
    return add(
        Methods.POST,
        template,
        (exchange, path) ->
            Form.read(
                    (read, form) ->
                        guard
                            .signedIn(allowed -> meant(new Call(allowed, path, form), endpoint))
                            .handleRequest(read))
                .handleRequest(exchange));
  }

  private Router add(HttpString method, String template, Entry entry) {
    routes.add(new Route(method, Template.of(template), entry));
    return this;
  }

  /** All routes, {@code GET /path/{name}}, in the order they were added. */
  List<String> routes() {
    return routes.stream().map(r -> r.method() + " " + r.template().text()).toList();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    List<String> path = Template.segments(path(exchange));
    List<Route> here = routes.stream().filter(r -> r.template().match(path).isPresent()).toList();
    HttpString method = exchange.getRequestMethod();
    HttpString wanted = method.equals(Methods.HEAD) ? Methods.GET : method;
    Optional<Route> route = here.stream().filter(r -> r.method().equals(wanted)).findFirst();
    if (route.isPresent()) {
      Route found = route.get();
      found.entry().enter(exchange, found.template().match(path).orElseThrow());
    } else if (here.isEmpty()) {
      Replies.problem(exchange, Problem.of(StatusCodes.NOT_FOUND, "there is nothing here"));
    } else {
      String allowed =
          here.stream()
              .map(r -> r.method().toString())
              .distinct()
              .collect(Collectors.joining(", "));
      exchange.getResponseHeaders().put(Headers.ALLOW, allowed);
      Replies.problem(
          exchange, Problem.of(StatusCodes.METHOD_NOT_ALLOWED, "allowed here: " + allowed));
    }
  }

  /** As it was sent: a client may also send the whole URL (RFC 9112 §3.2.2). */
  private static String path(HttpServerExchange exchange) {
    String sent = exchange.getRequestURI();
    if (sent.startsWith("/")) {
      return sent;
    }
    try {
      String path = URI.create(sent).getRawPath();
      return path == null || path.isEmpty() ? "/" : path;
    } catch (IllegalArgumentException none) {
      return "/" + sent;
    }
  }

  private void meant(Call call, Call.Endpoint endpoint) {
    HttpServerExchange exchange = call.exchange();
    if (guard.isMeant(exchange, call.form().field("csrf"))) {
      answer(call, endpoint);
      return;
    }
    String what = exchange.getRequestPath();
    audit.write(Guard.who(exchange), Guard.from(exchange), what, "not from our pages", false);
    Replies.problem(
        exchange, Problem.of(StatusCodes.FORBIDDEN, "the CSRF value is missing or wrong"));
  }

  private static void run(
      HttpServerExchange exchange, Map<String, String> path, Call.Endpoint endpoint) {
    answer(new Call(exchange, path, Form.NONE), endpoint);
  }

  private static void answer(Call call, Call.Endpoint endpoint) {
    try {
      endpoint.answer(call);
    } catch (Problem.Thrown thrown) {
      Replies.problem(call.exchange(), thrown.problem());
    } catch (Exception e) {
      LOG.error("{} failed", call.exchange().getRequestPath(), e);
      Replies.problem(
          call.exchange(),
          Problem.of(StatusCodes.INTERNAL_SERVER_ERROR, "the log of the bridge says more"));
    }
  }
}
