package org.ocppbridge.mappings.soap.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes UTF-8 without a buffer of its own, for a writer of XML that has one already. Closing it
 * leaves the stream open.
 */
final class Utf8Writer extends Writer {

  private final OutputStream out;

  /** The first half of a character, whose second half comes with the next call; else empty. */
  private String half = "";

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(char[] chars, int from, int length) throws IOException {
    int end = from + length;
    boolean split = length > 0 && Character.isHighSurrogate(chars[end - 1]);
    String text = half + new String(chars, from, split ? length - 1 : length);
    half = split ? String.valueOf(chars[end - 1]) : "";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
