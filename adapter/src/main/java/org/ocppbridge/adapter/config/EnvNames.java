package org.ocppbridge.adapter.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of environment variables: {@code targets.main.connectRate} is {@code
 * BRIDGE_TARGETS_MAIN_CONNECT_RATE}.
 */
final class EnvNames {

  static final String PREFIX = "BRIDGE_";

  /** Variables of the launcher and the command line, which are no settings. */
  static final Set<String> OTHERS =
      Set.of(
          "BRIDGE_HOME",
          "BRIDGE_JAVA",
          "BRIDGE_JAVA_OPTIONS",
          "BRIDGE_AOT",
          "BRIDGE_CONFIG",
          "BRIDGE_LOG_LEVEL");

  /** What Kubernetes sets in every pod for a service named bridge-…. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "BRIDGE_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

  private static final Pattern SERVICE_LINK_VALUE = Pattern.compile("(tcp|udp|sctp)://.*");

  private EnvNames() {}

  /** The variable of a path. */
  static String of(String path) {
    return PREFIX
        + path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]", "_")
            .toUpperCase(Locale.ROOT);
  }

  /** Whether a variable is no business of the settings. */
  static boolean isForeign(String variable, String value) {
    return !variable.startsWith(PREFIX)
        || OTHERS.contains(variable)
        || SERVICE_LINK.matcher(variable).matches()
        || variable.endsWith("_PORT") && SERVICE_LINK_VALUE.matcher(value).matches();
  }

  /**
   * The path a variable means. A name that a person chose is taken from the file if it stands
   * there, else it is the variable's part in lower case, with {@code -} for {@code _}.
   *
   * @param names the names in the file, by the path they stand under
   */
  static Optional<String> path(String variable, Schema schema, Map<String, List<String>> names) {
    return schema.keys().entrySet().stream()
        .filter(key -> key.getValue().isGivenWhole() && !key.getKey().contains("[]"))
        .flatMap(key -> match(variable, key.getKey(), names))
        .min(Comparator.comparingInt(String::length));
  }

  private static Stream<String> match(
      String variable, String pattern, Map<String, List<String>> names) {
    int at = pattern.indexOf("." + Schema.NAME + ".");
    if (at < 0) {
      return of(pattern).equals(variable) ? Stream.of(pattern) : Stream.empty();
    }
    String parent = pattern.substring(0, at);
    String rest = pattern.substring(at + Schema.NAME.length() + 2);
    String head = of(parent) + "_";
    String tail = of(rest).substring(PREFIX.length() - 1);
    if (!variable.startsWith(head)
        || !variable.endsWith(tail)
        || variable.length() <= head.length() + tail.length()) {
      return Stream.empty();
    }
    String part = variable.substring(head.length(), variable.length() - tail.length());
    String name =
        names.getOrDefault(parent, List.of()).stream()
            .filter(each -> of(each).equals(PREFIX + part))
            .findFirst()
            .orElse(part.toLowerCase(Locale.ROOT).replace('_', '-'));
    return Stream.of(parent + "." + name + "." + rest);
  }
}
