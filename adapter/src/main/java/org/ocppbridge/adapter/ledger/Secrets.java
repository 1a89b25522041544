package org.ocppbridge.adapter.ledger;

import java.util.regex.Pattern;

/**
 * Masks what must not be kept: values of configuration keys and variables that are passwords,
 * passwords in URLs, HTTP Authorization, private keys. Looks for words first, so that a message
 * without any costs next to nothing. In doubt it masks.
 */
final class Secrets {

  /** Stands where a secret was. */
  static final String MASK = "***";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(authorizationkey|passw|passphrase|secret|private_?key|api_?key|simpin|credential).*");

  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20}:\\\\?/\\\\?/)[^\\s/\"'<>]{1,512}@");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----.*?(-----END [A-Z0-9 ]{0,40}PRIVATE"
              + " KEY-----|$)",
          Pattern.DOTALL);
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)\\b(basic|bearer|digest)(\\s+)[A-Za-z0-9+/=._~-]{6,}");
  private static final Pattern IN_QUERY =
      Pattern.compile(
          "(?i)([?&;](?:password|passwd|pwd|pass|token|secret|sig|key)=)[^\\s&;\"'<>]+");

  private Secrets() {}

  /** Whether what has this name is a secret. */
  static boolean isSecret(String name) {
    return NAME.matcher(name).matches();
  }

  /** Masks an envelope. */
  static String inSoap(String text) {
    Hints hints = Hints.of(text);
    return everywhere(hints.word() ? SoapSecrets.mask(text) : text, hints);
  }

  /** Masks a frame. */
  static String inJson(String text) {
    Hints hints = Hints.of(text);
    return everywhere(hints.word() ? JsonSecrets.mask(text) : text, hints);
  }

  /** Masks what is a secret wherever it stands. */
  static String everywhere(String text) {
    return everywhere(text, Hints.of(text));
  }

  private static String everywhere(String text, Hints hints) {
    String masked = text;
    if (hints.user()) {
      masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
    }
    if (hints.query()) {
      masked = IN_QUERY.matcher(masked).replaceAll("$1" + MASK);
    }
    if (hints.word()) {
      masked = PRIVATE_KEY.matcher(masked).replaceAll("-----PRIVATE KEY " + MASK + "-----");
    }
    if (hints.authorization()) {
      masked = AUTHORIZATION.matcher(masked).replaceAll("$1$2" + MASK);
    }
    return masked;
  }

  /** Case-insensitive, without a copy of the text. */
  static boolean holds(String text, String lower) {
    char first = lower.charAt(0);
    char upper = Character.toUpperCase(first);
    int last = text.length() - lower.length();
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == first || c == upper) && text.regionMatches(true, i, lower, 0, lower.length())) {
        return true;
      }
    }
    return false;
  }
}
