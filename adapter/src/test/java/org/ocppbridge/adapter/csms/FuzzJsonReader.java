package org.ocppbridge.adapter.csms;

import java.nio.charset.StandardCharsets;

/** The reader of what a CSMS sends, with any text. */
public final class FuzzJsonReader {

  private FuzzJsonReader() {}

  /** Loads all classes, which with instrumentation takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("[2,\"1\",\"ClearCache\",{}]".getBytes(StandardCharsets.US_ASCII));
  }

  /** Called again and again; whatever it throws is a finding: reading never fails. */
  public static void fuzzerTestOneInput(byte[] data) {
    Frame frame = Frame.read(new String(data, StandardCharsets.UTF_8));
    if (frame instanceof Frame.Call(String id, String action, var payload)
        && (id.isEmpty() || action == null || payload == null)) {
      throw new IllegalStateException("a CALL without id, action or payload: " + frame);
    }
  }
}
