package org.ocppbridge.adapter.soap.in;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.soap.envelope.Printable;

/**
 * HTTP compression, which OCPP-S 1.6 §6.1 demands of both sides, on requests too. What a body is,
 * its first bytes tell better than its header.
 */
final class ContentCoding {

  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  /** Largest answer left as it is, in bytes: compressed it would be longer. */
  private static final int SMALL = 200;

  private ContentCoding() {}

  /**
   * Decompresses a body.
   *
   * @param header the Content-Encoding header; may be null
   * @param max bytes the result may have
   * @throws BridgeFault.ProtocolError if it is broken, too large or in a coding that is not known
   */
  static byte[] decode(byte[] body, String header, int max) {
    String coding = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    if (body.length > 2 && (body[0] & 0xff) == GZIP_1 && (body[1] & 0xff) == GZIP_2) {
      return inflate(body, GZIPInputStream::new, max);
    }
    if (looksPlain(body)) {
      return body;
    }
    if (hasZlibHeader(body)) {
      return inflate(body, InflaterInputStream::new, max);
    }
    if (coding.contains("deflate")) {
      return inflate(body, in -> new InflaterInputStream(in, new Inflater(true)), max);
    }
    if (coding.isEmpty() || coding.equals("identity") || coding.contains("gzip")) {
      return body;
    }
    throw new BridgeFault.ProtocolError(
        "Content-Encoding '" + Printable.of(coding) + "' is not known");
  }

  private interface Opener {
    InputStream open(InputStream in) throws IOException;
  }

  private static byte[] inflate(byte[] body, Opener opener, int max) {
    try (InputStream in = opener.open(new ByteArrayInputStream(body))) {
      byte[] inflated = in.readNBytes(max + 1);
      if (inflated.length > max) {
        throw new BridgeFault.ProtocolError("more than " + max + " bytes after decompression");
      }
      return inflated;
    } catch (IOException broken) {
      throw new BridgeFault.ProtocolError("cannot be decompressed: " + broken.getMessage());
    }
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
  static Optional<String> accepted(String acceptEncoding, int length) {
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
  static byte[] encode(byte[] body, String coding) {
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
