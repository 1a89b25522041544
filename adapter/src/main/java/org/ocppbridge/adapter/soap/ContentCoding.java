package org.ocppbridge.adapter.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.ocppbridge.mappings.Printable;

/**
 * HTTP compression, which OCPP-S 1.6 §6.1 demands of both sides, on requests too. What a body is,
 * its first bytes tell better than its header: field chargers announce deflate and send plain XML
 * (FF H10), and the reverse.
 */
public final class ContentCoding {

  /** Largest answer left as it is, in bytes: compressed it would be longer. */
  private static final int SMALL = 200;

  private static final int PIECE = 8 * 1024;

  private ContentCoding() {}

  /** A coding that is neither known nor found in the bytes. */
  public static final class Unknown extends IOException {
    private static final long serialVersionUID = 1L;

    Unknown(String coding) {
      super("Content-Encoding '" + Printable.of(coding) + "' is not known");
    }
  }

  /**
   * Decompresses a body.
   *
   * @param declared the Content-Encoding header; may be null
   * @param into an empty one, that holds the result's limits
   * @return the plain bytes; those given, if they are not compressed
   * @throws Unknown if the coding is not known
   * @throws GrowingBytes.Full if the result does not fit
   * @throws IOException if it is broken
   */
  public static byte[] decode(byte[] body, String declared, GrowingBytes into) throws IOException {
    String coding = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
    if (Gzip.beginsAt(body, 0)) {
      return Gzip.read(body, into);
    }
    if (looksPlain(body)) {
      return body;
    }
    if (hasZlibHeader(body) || coding.contains("deflate")) {
      return inflate(body, !hasZlibHeader(body), into);
    }
    if (coding.isEmpty() || coding.equals("identity") || coding.contains("gzip")) {
      return body;
    }
    throw new Unknown(coding);
  }

  private static byte[] inflate(byte[] body, boolean bare, GrowingBytes into) throws IOException {
    Inflater inflater = new Inflater(bare);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(body), inflater)) {
      return all(in, into);
    } finally {
      // Its memory lies outside the heap, and the stream frees only an inflater of its own.
      inflater.end();
    }
  }

  private static byte[] all(InputStream in, GrowingBytes into) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      into.append(ByteBuffer.wrap(piece, 0, read));
    }
    return into.toByteArray();
  }

  /**
   * A plain body, whatever the header says: chargers announce deflate and send none (FF H10), or
   * give the charset there. No form of deflate begins like this.
   */
  private static boolean looksPlain(byte[] body) {
    int i = hasByteOrderMark(body) ? 3 : 0;
    while (i < body.length
        && (body[i] == ' ' || body[i] == '\r' || body[i] == '\n' || body[i] == '\t')) {
      i++;
    }
    return i + 1 >= body.length
        || (body[i] == '<'
            && (body[i + 1] == '?' || body[i + 1] == '!' || Character.isLetter(body[i + 1])));
  }

  private static boolean hasByteOrderMark(byte[] body) {
    return body.length > 2
        && (body[0] & 0xff) == 0xef
        && (body[1] & 0xff) == 0xbb
        && (body[2] & 0xff) == 0xbf;
  }

  /** RFC 1950: deflate means zlib, but many send the bare stream. */
  private static boolean hasZlibHeader(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0f) == 8
        && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
  }

  /** The coding to answer in: one the request asks for; empty for none. */
  public static Optional<String> accepted(String acceptEncoding, int length) {
    if (acceptEncoding == null || length <= SMALL) {
      return Optional.empty();
    }
    List<String> offers =
        List.of(acceptEncoding.toLowerCase(Locale.ROOT).replace(" ", "").split(","));
    return List.of("gzip", "deflate").stream()
        .filter(coding -> offers.stream().anyMatch(offer -> isOffered(offer, coding)))
        .findFirst();
  }

  private static boolean isOffered(String offer, String coding) {
    return offer.equals(coding)
        || (offer.startsWith(coding + ";q=") && !offer.matches(".*;q=0(\\.0*)?"));
  }

  /** Compresses a body with gzip or deflate (zlib). */
  public static byte[] encode(byte[] body, String coding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    try (OutputStream compressing =
        coding.equals("gzip") ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
      compressing.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
