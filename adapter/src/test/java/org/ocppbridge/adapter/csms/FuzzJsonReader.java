package org.ocppbridge.adapter.csms;

import java.nio.charset.StandardCharsets;

/** The reader of what a CSMS sends, with any text. */
public final class FuzzJsonReader {

  private FuzzJsonReader() {}

  /** Called again and again; whatever it throws is a finding: reading never fails. */
  public static void fuzzerTestOneInput(byte[] data) {
    Frame frame = Frame.read(new String(data, StandardCharsets.UTF_8));
    if (frame instanceof Frame.Call(String id, String action, var payload)
        && (id.isEmpty() || action == null || payload == null)) {
      throw new IllegalStateException("a CALL without id, action or payload: " + frame);
    }
  }
}
