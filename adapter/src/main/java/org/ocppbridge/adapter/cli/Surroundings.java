package org.ocppbridge.adapter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.ocppbridge.adapter.demo.Terminal;

/**
 * What a process brings with it.
 *
 * @param environment environment variables
 * @param out results
 * @param err progress and errors
 * @param terminal asks what is known of the terminal; only the demo does
 */
public record Surroundings(
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    Supplier<Terminal> terminal) {

  /** Those of this process; text is UTF-8 wherever it goes, since JSON and SOAP are. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(), utf8(FileDescriptor.out), utf8(FileDescriptor.err), Terminal::detect);
  }

  private static PrintStream utf8(FileDescriptor where) {
    return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
  }
}
