package org.ocppbridge.adapter.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Prepares logging before the first logger is made; the form of the log is in {@code logback.xml}.
 */
final class Logging {

  /** Read by {@code logback.xml}. */
  private static final String LEVEL = "bridge.log.level";

  private static final String VARIABLE = "BRIDGE_LOG_LEVEL";
  private static final Set<String> LEVELS =
      Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

  /** Read by {@code logback.xml}: the name of the appender. */
  private static final String FORMAT = "bridge.log.format";

  private Logging() {}

  /** Sets what a line looks like; has to come before the first line. */
  static void format(BridgeConfig.Log log) {
    System.setProperty(FORMAT, log.format().name());
  }

  /**
   * Takes the level from the environment and joins java.util.logging, which CXF uses, to it.
   *
   * @throws IllegalArgumentException for an unknown level
   */
  static void prepare(Map<String, String> environment) {
    level(VARIABLE, environment.getOrDefault(VARIABLE, ""));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /**
   * Sets the level; an empty one changes nothing.
   *
   * @param name where the level was given
   */
  static void level(String name, String level) {
    String upper = level.toUpperCase(Locale.ROOT);
    if (!upper.isEmpty() && !LEVELS.contains(upper)) {
      throw new IllegalArgumentException(
          name + ": '" + level + "' is none of trace, debug, info, warn, error, off");
    }
    if (!upper.isEmpty()) {
      System.setProperty(LEVEL, upper);
    }
  }
}
