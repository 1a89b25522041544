package org.ocppbridge.adapter.config;

/**
 * A pattern for identities: {@code *} stands for any run of characters, also none; all else, also
 * the case of letters, for itself.
 *
 * @param text the pattern, 1 or more characters
 */
public record Glob(String text) {

  /**
   * @throws IllegalArgumentException if the pattern is empty or holds control characters
   */
  public Glob {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "an empty pattern matches nothing; * matches every identity");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a pattern must not hold control characters");
    }
  }

  /**
   * Whether somebody may have meant a regular expression, in which a dot does not stand for itself.
   */
  boolean looksLikeRegex() {
    return text.contains(".*") || text.startsWith("^") || text.endsWith("$");
  }

  /** Whether this pattern stands for one identity only. */
  public boolean isExact() {
    return text.indexOf('*') < 0;
  }

  /** Whether the identity fits; takes time in proportion to pattern × identity at worst. */
  public boolean matches(String identity) {
    int at = 0;
    int in = 0;
    int star = -1;
    int retry = 0;
    while (in < identity.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        retry = in;
      } else if (at < text.length() && text.charAt(at) == identity.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++retry;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
