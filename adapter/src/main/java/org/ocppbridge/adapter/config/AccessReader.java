package org.ocppbridge.adapter.config;

import java.util.Optional;

/** The keys {@code access} and {@code pin} of a charger. */
final class AccessReader {

  /** Shortest secret: 16 characters of letters and digits are beyond guessing. */
  private static final int SECRET_MIN = 16;

  private AccessReader() {}

  static Access read(Section access, Section pin) {
    return new Access(
        access.values("sources", Cidr::parse),
        access.optional("path", AccessReader::path),
        basic(access.section("basic")),
        access.optional("certificate", Values::text),
        pin.optional("device", Values.oneOf(Access.OnChange.class)),
        pin.optional("source", Values.oneOf(Access.OnChange.class)));
  }

  private static Optional<Access.Basic> basic(Section basic) {
    String user = basic.value("user", Values::text, "{id}");
    Optional<Secret> password = basic.optional("password", Values::strongSecret);
    if (user.contains(":")) {
      basic.problem("user", "must not hold ':' (RFC 7617 §2)");
    }
    if (basic.has("user") && password.isEmpty()) {
      basic.problem("password", "missing: a user without password proves nothing");
    }
    return password.map(found -> new Access.Basic(user, found));
  }

  /** Chargers are known that store their URL in lower case, so the secret has to survive that. */
  private static Secret path(String text) {
    if (!text.matches("[a-z0-9._~-]{" + SECRET_MIN + ",}")) {
      throw new IllegalArgumentException(
          "is one part of a path: "
              + SECRET_MIN
              + " or more of a-z, 0-9, and . _ ~ - (lower case, because some chargers store their URL so)");
    }
    return Secret.of(text);
  }
}
