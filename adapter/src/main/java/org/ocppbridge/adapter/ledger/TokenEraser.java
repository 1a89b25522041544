package org.ocppbridge.adapter.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes drivers' tokens (idTag, parentIdTag, idToken) out of what is kept: where the contract has
 * them, and wherever else the same text stands, unless it is so short that it would be found in
 * numbers. Letter case does not matter in a token (1.6 §7.28).
 */
public final class TokenEraser {

  /** Stands where a token was; short enough for an idTag. */
  public static final String ERASED = "erased";

  /** Shorter tokens are erased only where the contract has them. */
  private static final int LITERAL_MIN = 4;

  private static final String NAMES = "(?:idTag|parentIdTag|idToken|additionalIdToken)";
  private static final Pattern IN_SOAP =
      Pattern.compile("(?i)<(?:[^\\s<>:/]+:)?" + NAMES + "(?:\\s[^<>]*)?>([^<]+)");
  private static final Pattern IN_JSON =
      Pattern.compile("(?i)\"" + NAMES + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)+)\"");

  private final Optional<String> only;

  private TokenEraser(Optional<String> only) {
    this.only = only;
  }

  /** Erases all tokens. */
  public static TokenEraser all() {
    return new TokenEraser(Optional.empty());
  }

  /**
   * Erases one token.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TokenEraser of(String token) {
    if (token.isBlank()) {
      throw new IllegalArgumentException("the token is empty");
    }
    return new TokenEraser(Optional.of(token.strip()));
  }

  /** Whether a text, perhaps of many exchanges, may hold anything to erase; quick. */
  boolean mayConcern(String text) {
    return only.map(token -> forms(token).stream().anyMatch(form -> Secrets.holds(text, form)))
        .orElseGet(() -> Secrets.holds(text, "idtag") || Secrets.holds(text, "idtoken"));
  }

  /** The exchange without them; the same one if there are none. */
  Exchange erased(Exchange exchange) {
    Set<String> tokens = new LinkedHashSet<>();
    exchange.wire().forEach(wire -> find(wire.text(), tokens));
    if (tokens.isEmpty() && only.isEmpty()) {
      return exchange;
    }
    only.ifPresent(token -> tokens.addAll(forms(token)));
    List<Wire> wire =
        exchange.wire().stream().map(w -> w.withText(without(w.text(), tokens))).toList();
    List<Lost> losses =
        exchange.losses().stream()
            .map(l -> new Lost(l.kind(), l.field(), without(l.reason(), tokens)))
            .toList();
    return exchange.with(wire, losses, without(exchange.detail(), tokens));
  }

  /** A text without them, say a payload; the same one if there are none. */
  public String erased(String text) {
    Set<String> tokens = new LinkedHashSet<>();
    find(text, tokens);
    only.ifPresent(token -> tokens.addAll(forms(token)));
    return without(text, tokens);
  }

  private void find(String text, Set<String> tokens) {
    if (text != null) {
      find(IN_SOAP.matcher(text), tokens);
      find(IN_JSON.matcher(text), tokens);
    }
  }

  private void find(Matcher matcher, Set<String> tokens) {
    while (matcher.find()) {
      String token = matcher.group(1).strip();
      boolean wanted = only.map(one -> isOneOf(forms(one), token)).orElse(true);
      if (wanted && !token.isEmpty() && !token.equals(ERASED)) {
        tokens.add(token);
      }
    }
  }

  private static String without(String text, Set<String> tokens) {
    if (text == null || tokens.isEmpty()) {
      return text;
    }
    Ranges ranges = new Ranges();
    atTheirPlaces(IN_SOAP.matcher(text), tokens, ranges);
    atTheirPlaces(IN_JSON.matcher(text), tokens, ranges);
    tokens.stream()
        .filter(token -> token.length() >= LITERAL_MIN && !token.equalsIgnoreCase(ERASED))
        .forEach(token -> literally(text, token, ranges));
    return ranges.replaced(text, ERASED);
  }

  private static void atTheirPlaces(Matcher matcher, Set<String> tokens, Ranges ranges) {
    while (matcher.find()) {
      if (isOneOf(tokens, matcher.group(1).strip())) {
        ranges.add(matcher.start(1), matcher.end(1));
      }
    }
  }

  private static void literally(String text, String token, Ranges ranges) {
    Matcher found =
        Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(token) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text);
    while (found.find()) {
      ranges.add(found.start(), found.end());
    }
  }

  private static boolean isOneOf(Set<String> tokens, String text) {
    return tokens.stream().anyMatch(text::equalsIgnoreCase);
  }

  /** As it stands in plain text, in XML and in JSON; lower case. */
  private static Set<String> forms(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    String xml = lower.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String quoted = LedgerJson.text(lower);
    return new LinkedHashSet<>(List.of(lower, xml, quoted.substring(1, quoted.length() - 1)));
  }
}
