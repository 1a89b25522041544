package org.ocppbridge.adapter.console;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Lets in who is signed in: by the token in {@code Authorization: Bearer}, which no browser sends
 * by itself, or by the cookie of a session. What a session changes needs the session's CSRF value
 * besides.
 */
final class Guard {

  /** The session of a request that came with its cookie. */
  static final AttachmentKey<Sessions.Session> SESSION =
      AttachmentKey.create(Sessions.Session.class);

  /** Carries the CSRF value of a script; forms have a field {@code csrf}. */
  static final HttpString CSRF_HEADER = new HttpString("X-CSRF-Token");

  private static final String BEARER = "Bearer ";
  private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");

  private final AdminToken token;
  private final Sessions sessions;
  private final Attempts attempts;
  private final AuditLog audit;
  private final boolean tls;

  Guard(AdminToken token, AdminSettings settings, AuditLog audit) {
    this.token = token;
    this.sessions = new Sessions(settings.session(), settings.clock());
    this.attempts = new Attempts(settings.clock());
    this.audit = audit;
    this.tls = settings.tls().isPresent();
  }

  /** With the prefix a browser takes the cookie from HTTPS alone and sends it to no other host. */
  String cookieName() {
    return tls ? "__Host-bridge-session" : "bridge-session";
  }

  /** Hands on requests of those who are signed in; runs on a worker thread. */
  HttpHandler signedIn(HttpHandler next) {
    return exchange ->
        exchange.dispatch(
            dispatched -> {
              if (isSignedIn(dispatched)) {
                next.handleRequest(dispatched);
              } else if (!dispatched.isResponseStarted() && dispatched.getStatusCode() != 429) {
                turnAway(dispatched);
              }
            });
  }

  private boolean isSignedIn(HttpServerExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (authorization != null) {
      return authorization.startsWith(BEARER)
          && isToken(exchange, authorization.substring(BEARER.length()), "sign in by token");
    }
    Optional<Sessions.Session> session = secret(exchange).flatMap(sessions::find);
    session.ifPresent(found -> exchange.putAttachment(SESSION, found));
    return session.isPresent();
  }

  private boolean isToken(HttpServerExchange exchange, String candidate, String what) {
    InetAddress source = exchange.getSourceAddress().getAddress();
    if (!attempts.mayTry(source)) {
      Replies.text(
          exchange, StatusCodes.TOO_MANY_REQUESTS, "too many wrong tokens; wait a minute\n");
      return false;
    }
    if (token.is(candidate)) {
      return true;
    }
    attempts.failed(source);
    audit.write("nobody", source.getHostAddress(), what, "", false);
    return false;
  }

  private static void turnAway(HttpServerExchange exchange) {
    String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
    boolean page = accept != null && accept.contains("text/html");
    if (page && exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION) == null) {
      Replies.seeOther(exchange, "/login");
    } else {
      exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
      Replies.text(exchange, StatusCodes.UNAUTHORIZED, "Authorization: Bearer TOKEN is needed\n");
    }
  }

  /**
   * Signs in a browser.
   *
   * @return the cookie; empty if it is refused, then the answer may have begun
   */
  Optional<String> signIn(HttpServerExchange exchange, String candidate) {
    if (!isSameSite(exchange) || !isToken(exchange, candidate, "sign in")) {
      return Optional.empty();
    }
    String secret = sessions.open();
    String name = sessions.find(secret).map(Sessions.Session::name).orElse("");
    audit.write(name, from(exchange), "sign in", "", true);
    return Optional.of(cookie(secret, ""));
  }

  /** Ends the session of the request; the cookie to be set then. */
  String signOut(HttpServerExchange exchange) {
    secret(exchange).ifPresent(sessions::close);
    audit.write(who(exchange), from(exchange), "sign out", "", true);
    return cookie("", "; Max-Age=0");
  }

  private String cookie(String secret, String more) {
    return cookieName()
        + "="
        + secret
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (tls ? "; Secure" : "")
        + more;
  }

  /** Whether a change was meant by the one who is signed in, and not by another web page. */
  boolean isMeant(HttpServerExchange exchange, Optional<String> field) {
    Sessions.Session session = exchange.getAttachment(SESSION);
    if (session == null) {
      return true; // by the token
    }
    String header = exchange.getRequestHeaders().getFirst(CSRF_HEADER);
    Optional<String> given = Optional.ofNullable(header).or(() -> field);
    return isSameSite(exchange)
        && given
            .filter(
                value ->
                    MessageDigest.isEqual(
                        AdminToken.digest(value), AdminToken.digest(session.csrf())))
            .isPresent();
  }

  /** What browsers say of who sent the request; others say nothing. */
  private static boolean isSameSite(HttpServerExchange exchange) {
    String site = exchange.getRequestHeaders().getFirst(FETCH_SITE);
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
    return sameSite && (origin == null || isHost(origin, exchange.getHostAndPort()));
  }

  private static boolean isHost(String origin, String host) {
    try {
      return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** Who sent it, for the audit log. */
  static String who(HttpServerExchange exchange) {
    Sessions.Session session = exchange.getAttachment(SESSION);
    return session == null ? "token" : session.name();
  }

  static String from(HttpServerExchange exchange) {
    return exchange.getSourceAddress().getAddress().getHostAddress();
  }

  private Optional<String> secret(HttpServerExchange exchange) {
    return Optional.ofNullable(exchange.getRequestCookie(cookieName())).map(Cookie::getValue);
  }
}
