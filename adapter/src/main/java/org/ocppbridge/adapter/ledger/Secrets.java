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

  /** One of these is in every message that holds a secret; lower case. */
  private static final String[] WORDS = {
    "authorization", "passw", "passphrase", "secret", "private", "apikey", "api_key", "simpin",
    "credential"
  };

  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20}:\\\\?/\\\\?/)[^\\s/\"'<>]{1,512}@");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----.*?(-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|$)",
          Pattern.DOTALL);
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)\\b(basic|bearer|digest)(\\s+)[A-Za-z0-9+/=._~-]{6,}");
  private static final Pattern IN_QUERY =
      Pattern.compile("(?i)([?&;](?:password|passwd|pwd|pass|token|secret|sig|key)=)[^\\s&;\"'<>]+");

  private Secrets() {}

  /** Whether what has this name is a secret. */
  static boolean isSecret(String name) {
    return NAME.matcher(name).matches();
  }

  /** Masks an envelope. */
  static String inSoap(String text) {
    return everywhere(holdsWord(text) ? SoapSecrets.mask(text) : text);
  }

  /** Masks a frame. */
  static String inJson(String text) {
    return everywhere(holdsWord(text) ? JsonSecrets.mask(text) : text);
  }

  /** Masks what is a secret wherever it stands. */
  static String everywhere(String text) {
    String masked = text;
    if (masked.indexOf('@') >= 0) {
      masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
    }
    if (masked.indexOf('=') >= 0 && (masked.indexOf('?') >= 0 || masked.indexOf('&') >= 0)) {
      masked = IN_QUERY.matcher(masked).replaceAll("$1" + MASK);
    }
    if (masked.contains("PRIVATE KEY-----")) {
      masked = PRIVATE_KEY.matcher(masked).replaceAll("-----PRIVATE KEY " + MASK + "-----");
    }
    if (holds(masked, "authorization")) {
      masked = AUTHORIZATION.matcher(masked).replaceAll("$1$2" + MASK);
    }
    return masked;
  }

  private static boolean holdsWord(String text) {
    for (String word : WORDS) {
      if (holds(text, word)) {
        return true;
      }
    }
    return false;
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
