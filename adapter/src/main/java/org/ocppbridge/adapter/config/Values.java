package org.ocppbridge.adapter.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerId;

/**
 * Reads single values. Each method throws {@link IllegalArgumentException} with what is wrong in
 * words for people.
 */
public final class Values {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Duration> TIME =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|kB|MB)?");
  private static final Map<String, Integer> BYTES = Map.of("B", 1, "kB", 1 << 10, "MB", 1 << 20);
  private static final int SECRET_MIN = 16;
  private static final Pattern RATE = Pattern.compile("(\\d{1,7})/s");

  private Values() {}

  /** {@code 500ms}, {@code 5s}, {@code 10m}, {@code 2h}, {@code 7d}, {@code 0}. */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration such as 500ms, 5s, 10m or 2h");
    }
    return TIME.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
  }

  /** A duration of at least {@code least}. */
  static Function<String, Duration> duration(Duration least) {
    return text -> {
      Duration duration = duration(text);
      if (duration.compareTo(least) < 0) {
        throw new IllegalArgumentException(
            text + " is too short; at least " + least.toMillis() + "ms");
      }
      return duration;
    };
  }

  /** A duration from {@code least} to {@code most}. */
  static Function<String, Duration> duration(Duration least, Duration most) {
    return text -> {
      Duration duration = duration(least).apply(text);
      if (duration.compareTo(most) > 0) {
        throw new IllegalArgumentException(
            text + " is too long; at most " + most.toSeconds() + "s");
      }
      return duration;
    };
  }

  /** Bytes: {@code 64kB} (of 1024), {@code 1MB}, {@code 500}; at least {@code least}. */
  static Function<String, Integer> size(int least) {
    return text -> {
      Matcher matcher = SIZE.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + text + "' is no size such as 64kB or 1MB");
      }
      String unit = matcher.group(2) == null ? "B" : matcher.group(2);
      long bytes = Long.parseLong(matcher.group(1)) * BYTES.get(unit);
      if (bytes < least || bytes > 1 << 30) {
        throw new IllegalArgumentException(text + " is not between " + least + " bytes and 1024MB");
      }
      return (int) bytes;
    };
  }

  /** {@code 100/s} or {@code off}. */
  static Rate rate(String text) {
    Matcher matcher = RATE.matcher(text);
    if (text.equals("off")) {
      return Rate.OFF;
    }
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new IllegalArgumentException("'" + text + "' is no rate such as 100/s, nor off");
    }
    return new Rate(Integer.parseInt(matcher.group(1)));
  }

  /** A rate that has to be one: connections are always paced. */
  static Integer connectRate(String text) {
    Rate rate = rate(text);
    if (rate.isOff()) {
      throw new IllegalArgumentException("cannot be off: a whole fleet would dial at once");
    }
    return rate.perSecond();
  }

  /** The same for what waited. */
  static Integer drainRate(String text) {
    Rate rate = rate(text);
    if (rate.isOff()) {
      throw new IllegalArgumentException("cannot be off: a CSMS that comes back would be run over");
    }
    return rate.perSecond();
  }

  /** A whole number within bounds. */
  static Function<String, Integer> number(int min, int max) {
    return text -> {
      if (!text.matches("-?\\d{1,9}")
          || Integer.parseInt(text) < min
          || Integer.parseInt(text) > max) {
        throw new IllegalArgumentException(
            "'" + text + "' is no whole number from " + min + " to " + max);
      }
      return Integer.valueOf(text);
    };
  }

  /** A TCP port; 0 takes a free one. */
  static Integer port(String text) {
    return number(0, 65535).apply(text);
  }

  /** {@code true} or {@code false}; YAML 1.1's other words are refused rather than guessed. */
  static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }

  /** Text without control characters, not empty. */
  static String text(String text) {
    if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          text.isEmpty() ? "must not be empty" : "must not hold control characters");
    }
    return text;
  }

  /** One of an enumeration's names in lower case. */
  static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
    return text ->
        Stream.of(type.getEnumConstants())
            .filter(each -> word(each).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'"
                            + text
                            + "' is none of "
                            + Stream.of(type.getEnumConstants())
                                .map(Values::word)
                                .collect(Collectors.joining(", "))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time zone such as Europe/Amsterdam, +02:00 or UTC", e);
    }
  }

  /** A pattern whose exact form is an identity. */
  static Glob glob(String text) {
    Glob glob = new Glob(text);
    new ChargerId(text);
    return glob;
  }

  /** A secret that is long enough not to be guessed. */
  static Secret strongSecret(String text) {
    if (text(text).length() < SECRET_MIN) {
      throw new IllegalArgumentException(
          "too short to be safe; at least " + SECRET_MIN + " characters");
    }
    return Secret.of(text);
  }

  /** The Base64 text of some bytes; it is not repeated in messages, for it may hold a key. */
  static String base64(String text) {
    try {
      if (Base64.getMimeDecoder().decode(text).length > 0) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException("is no Base64 text; give a file as {binary: path}");
  }

  /** A URL path that starts with a slash. */
  static String path(String text) {
    if (!text.matches("/[!-~&&[^?#%]]*")) {
      throw new IllegalArgumentException("'" + text + "' is no path such as /steve/services");
    }
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * PEM text that holds at least one block of a kind. The text is not repeated in messages: it may
   * be a key.
   */
  static Function<String, String> pem(String kind) {
    return text -> {
      if (!text.matches(
          "(?s).*-----BEGIN ([A-Z0-9]+ )?"
              + kind
              + "-----.*-----END ([A-Z0-9]+ )?"
              + kind
              + "-----.*")) {
        throw new IllegalArgumentException(
            "no PEM text of a " + kind.toLowerCase(Locale.ROOT) + "; give it as {file: path}");
      }
      return text;
    };
  }

  /**
   * Where a CSMS is: the identity is appended to its path (OCPP-J 1.6 §3.1.1), a query stays behind
   * it.
   */
  static URI csmsUrl(String text) {
    return url(text, "ws", "wss", "wss://csms.example/ocpp");
  }

  /** The same with TLS. */
  static URI secureCsmsUrl(String text) {
    return url(text, "wss", "wss", "wss://csms.example/ocpp");
  }

  /** A host, perhaps with a port; in lower case. */
  static String host(String text) {
    if (!text.matches("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?")) {
      throw new IllegalArgumentException("no host such as csms.example or csms.example:8443");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** Where something is reached over HTTP. */
  static URI httpUrl(String text) {
    return url(text, "http", "https", "http://10.1.2.3:8090/");
  }

  private static URI url(String text, String plain, String secure, String example) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no URL such as " + example + ": " + e.getReason(), e);
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals(plain) && !scheme.equals(secure) || url.getRawAuthority() == null) {
      throw new IllegalArgumentException(
          "no URL that starts with %s:// or %s://, such as %s".formatted(plain, secure, example));
    }
    if (url.getRawUserInfo() != null || url.getRawAuthority().contains("@")) {
      throw new IllegalArgumentException(
          "must not hold user or password; they have settings of their own");
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException(
          "its host is no valid host name (no underscores) or address");
    }
    if (url.getPort() == 0 || url.getPort() > 65535 || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          url.getRawFragment() != null ? "must not hold '#'" : "its port is not from 1 to 65535");
    }
    return url;
  }
}
