package org.ocppbridge.adapter.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Instant;
import java.util.Optional;

/** Signing in and out with a browser. */
final class SignIn {

  private final Guard guard;
  private final Pages pages;

  /**
   * Who is signed in.
   *
   * @param name as the audit log has it
   * @param csrf what each action has to send back in {@code X-CSRF-Token}; empty for a token
   * @param end when it is over; null for a token
   */
  record SessionView(String name, String csrf, Instant end) {}

  SignIn(Guard guard, Pages pages) {
    this.guard = guard;
    this.pages = pages;
  }

  void addTo(Router router) {
    router
        .open("/login", call -> page(call.exchange(), StatusCodes.OK, ""))
        .openPost("/login", this::signIn)
        .post("/logout", this::signOut)
        .get("/api/v1/session", SignIn::session);
  }

  private void page(HttpServerExchange exchange, int status, String problem) {
    Replies.page(exchange, status, pages.signIn(problem));
  }

  private void signIn(Call call) {
    HttpServerExchange exchange = call.exchange();
    Optional<String> cookie = guard.signIn(exchange, call.form().field("token").orElse(""));
    if (cookie.isPresent()) {
      exchange.getResponseHeaders().put(Headers.SET_COOKIE, cookie.get());
      Replies.seeOther(exchange, "/");
    } else if (exchange.getStatusCode() != StatusCodes.TOO_MANY_REQUESTS) {
      page(exchange, StatusCodes.UNAUTHORIZED, "That is not the token.");
    }
  }

  private void signOut(Call call) {
    call.exchange().getResponseHeaders().put(Headers.SET_COOKIE, guard.signOut(call.exchange()));
    Replies.seeOther(call.exchange(), "/login");
  }

  private static void session(Call call) {
    Sessions.Session session = call.exchange().getAttachment(Guard.SESSION);
    Replies.json(
        call.exchange(),
        session == null
            ? new SessionView("token", "", null)
            : new SessionView(session.name(), session.csrf(), session.end()));
  }
}
