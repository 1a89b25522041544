package org.ocppbridge.adapter.csms;

import java.nio.charset.StandardCharsets;

/** Sizes of text on the wire. */
final class Utf8 {

  private Utf8() {}

  /** Bytes that a text takes. */
  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
