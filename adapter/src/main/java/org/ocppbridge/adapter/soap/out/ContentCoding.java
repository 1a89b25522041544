package org.ocppbridge.adapter.soap.out;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the compression of an answer. The bytes are believed, not the header: field chargers
 * announce deflate and send plain XML (FF H10), and the reverse.
 */
final class ContentCoding {

  private ContentCoding() {}

  /**
   * The plain bytes; those given, if they are not compressed or cannot be decompressed.
   *
   * @param declared value of Content-Encoding, may be empty
   * @param limit longest result in bytes
   * @throws ExchangeFailure NOT_SOAP if the result would be longer
   */
  static byte[] decode(byte[] body, String declared, int limit) throws ExchangeFailure {
    if (body.length < 2) {
      return body;
    }
    try (InputStream plain = plain(body, declared.toLowerCase(Locale.ROOT))) {
      byte[] read = plain.readNBytes(limit + 1);
      if (read.length > limit) {
        throw BodyReader.tooLong(limit);
      }
      return read;
    } catch (IOException notCompressedAfterAll) {
      return body;
    }
  }

  private static InputStream plain(byte[] body, String declared) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    int first = body[0] & 0xff;
    int second = body[1] & 0xff;
    if (first == 0x1f && second == 0x8b) {
      return new GZIPInputStream(in);
    }
    // RFC 1950 §2.2: method 8, and the first two bytes are a multiple of 31.
    if ((first & 0x0f) == 8 && (first << 8 | second) % 31 == 0) {
      return new InflaterInputStream(in);
    }
    if (declared.contains("deflate") && first != '<' && !Character.isWhitespace(first)) {
      return new InflaterInputStream(in, new Inflater(true));
    }
    return in;
  }
}
