package org.ocppbridge.adapter.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is signed in with a browser. In memory: a restart signs everybody out. */
final class Sessions {

  /** Most sessions; the oldest one ends when there is another. */
  static final int MAX = 100;

  private static final int BYTES = 32;

  private final Duration life;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> open = new LinkedHashMap<>();

  /**
   * A session.
   *
   * @param name tells it from others, in the audit log; no secret
   * @param csrf what every form of it has to send back
   * @param end when it is over
   */
  record Session(String name, String csrf, Instant end) {}

  Sessions(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
  }

  /** Opens one and returns the secret for its cookie; only a hash of it is kept. */
  synchronized String open() {
    String secret = random();
    String key = key(secret);
    open.put(
        key, new Session("session " + key.substring(0, 8), random(), clock.instant().plus(life)));
    if (open.size() > MAX) {
      open.remove(open.keySet().iterator().next());
    }
    return secret;
  }

  /** The session of a cookie, if it is open. */
  synchronized Optional<Session> find(String secret) {
    open.values().removeIf(session -> !clock.instant().isBefore(session.end()));
    return Optional.ofNullable(open.get(key(secret)));
  }

  synchronized void close(String secret) {
    open.remove(key(secret));
  }

  private String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String key(String secret) {
    return HexFormat.of().formatHex(AdminToken.digest(secret));
  }
}
