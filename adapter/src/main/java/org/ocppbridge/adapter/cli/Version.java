package org.ocppbridge.adapter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What this program is. */
public final class Version {

  private Version() {}

  /** Name and version, {@code OCPP Bridge 1.2.3}. */
  public static String line() {
    return "OCPP Bridge " + number();
  }

  /** The version, as the build wrote it beside the classes. */
  public static String number() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      return text == null
          ? "of unknown version"
          : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
