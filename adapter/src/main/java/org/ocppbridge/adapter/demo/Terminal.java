package org.ocppbridge.adapter.demo;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the terminal that output goes to.
 *
 * @param interactive whether a person watches; else output goes to a file or a pipe
 * @param width columns
 * @param colour whether ANSI colours are wanted: on a terminal, unless {@code NO_COLOR}
 *     (no-color.org) or {@code TERM=dumb} is set
 */
public record Terminal(boolean interactive, int width, boolean colour) {

  /** Columns where nothing is known. */
  public static final int WIDTH_DEFAULT = 132;

  /** The terminal of this process. */
  @SuppressWarnings("SystemConsoleNull") // true of JDK 22 to 24; 25 gives null again without one
  public static Terminal detect() {
    Console console = System.console(); // none where input or output is a file or a pipe
    boolean interactive = console != null && console.isTerminal();
    return of(interactive, System.getenv(), interactive ? sttySize() : "");
  }

  /**
   * Works it out.
   *
   * @param environment the process's environment
   * @param sttySize what {@code stty size} says: rows and columns; empty if it says nothing
   */
  static Terminal of(boolean interactive, Map<String, String> environment, String sttySize) {
    boolean colour =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    int width = number(environment.getOrDefault("COLUMNS", ""));
    if (width == 0) {
      width = number(sttySize.strip().replaceFirst("^\\d+ +", ""));
    }
    return new Terminal(interactive, width == 0 ? WIDTH_DEFAULT : width, colour);
  }

  private static int number(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
  }

  private static String sttySize() {
    File terminal = new File("/dev/tty");
    if (!terminal.canRead()) {
      return "";
    }
    try {
      Process process = new ProcessBuilder("stty", "size").redirectInput(terminal).start();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroy();
        return "";
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
