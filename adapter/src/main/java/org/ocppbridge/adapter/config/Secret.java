package org.ocppbridge.adapter.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that must not appear in logs, messages or pages: it prints as {@code ***}. */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  public static Secret of(String text) {
    return new Secret(text);
  }

  /** The text itself, for the one place that needs it. */
  public String reveal() {
    return text;
  }

  /** Whether {@code candidate} is this text; takes the same time wherever the two differ. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
