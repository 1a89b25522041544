package org.ocppbridge.adapter.csms;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.Target;

/** Checks the answer to one opening handshake (RFC 6455 §4.1, OCPP-J 1.6 §3.2). */
final class UpgradeCheck {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 §1.3
  private static final int KEY_BYTES = 16;

  private final Target protocol;
  private final InstantSource clock;
  private final String key;

  UpgradeCheck(Target protocol, RandomGenerator random, InstantSource clock) {
    this.protocol = protocol;
    this.clock = clock;
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    this.key = Base64.getEncoder().encodeToString(bytes);
  }

  /** The Sec-WebSocket-Key to send. */
  String key() {
    return key;
  }

  /** Why the answer is not an upgrade to our protocol; empty if it is. */
  Optional<Dialer.Refusal> refusal(int status, HeaderMap headers) {
    if (status != 101) {
      return Optional.of(
          new Dialer.Refusal(
              "the CSMS answered HTTP " + status + meaning(status, headers),
              RetryAfter.of(headers.getFirst(Headers.RETRY_AFTER), clock.instant()),
              status == 401 || status == 403 ? Trouble.CREDENTIALS : Trouble.OTHER,
              mistake(status, headers)));
    }
    if (!hasToken(headers.get(Headers.UPGRADE), "websocket")
        || !hasToken(headers.get(Headers.CONNECTION), "upgrade")) {
      return refused("its answer is no upgrade to a WebSocket");
    }
    if (!accept().equals(only(headers.get(Headers.SEC_WEB_SOCKET_ACCEPT)))) {
      return refused("its Sec-WebSocket-Accept is wrong");
    }
    if (headers.contains(Headers.SEC_WEB_SOCKET_EXTENSIONS)) {
      return refused("it chose an extension that was not offered");
    }
    String chosen = only(headers.get(Headers.SEC_WEB_SOCKET_PROTOCOL));
    if (chosen == null) {
      return subprotocolRefused("its answer names none");
    }
    if (!chosen.equals(protocol.subprotocol())) {
      return subprotocolRefused("it chose '" + Printable.of(chosen) + "'");
    }
    return Optional.empty();
  }

  private static Optional<Dialer.Refusal> refused(String why) {
    return Optional.of(Dialer.Refusal.of("the CSMS was reached, but " + why));
  }

  private Optional<Dialer.Refusal> subprotocolRefused(String why) {
    return refused("it does not agree to the subprotocol " + protocol + ": " + why)
        .map(refusal -> refusal.by(Mistake.SUBPROTOCOL_REFUSED));
  }

  private static Optional<Mistake> mistake(int status, HeaderMap headers) {
    return switch (status) {
      case 401, 403 -> Optional.of(Mistake.CREDENTIALS_REFUSED);
      case 404 -> Optional.of(Mistake.IDENTITY_UNKNOWN);
      case 409 -> Optional.of(Mistake.SECOND_CONNECTION);
      default -> isPage(headers) ? Optional.of(Mistake.CSMS_PAGE) : Optional.empty();
    };
  }

  private static boolean isPage(HeaderMap headers) {
    String type = headers.getFirst(Headers.CONTENT_TYPE);
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  private static String meaning(int status, HeaderMap headers) {
    return words(status, headers) + (isPage(headers) ? " with an HTML page" : "");
  }

  private static String words(int status, HeaderMap headers) {
    if (status >= 300 && status < 400 && headers.contains(Headers.LOCATION)) {
      return " (redirect, which is not followed, to "
          + Printable.of(headers.getFirst(Headers.LOCATION))
          + ")";
    }
    return switch (status) {
      case 401, 403 -> " (credentials refused)";
      case 404 -> " (identity or path not known there)";
      case 429, 503 ->
          headers.contains(Headers.RETRY_AFTER)
              ? " (overloaded; Retry-After: "
                  + Printable.of(headers.getFirst(Headers.RETRY_AFTER))
                  + ")"
              : " (overloaded)";
      default -> "";
    };
  }

  private String accept() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }

  private static boolean hasToken(HeaderValues values, String token) {
    return values != null
        && values.stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .anyMatch(value -> value.strip().equalsIgnoreCase(token));
  }

  private static String only(HeaderValues values) {
    return values == null || values.size() != 1 ? null : values.getFirst().strip();
  }
}
