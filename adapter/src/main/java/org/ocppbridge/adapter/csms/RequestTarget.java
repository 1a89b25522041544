package org.ocppbridge.adapter.csms;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.ocppbridge.mappings.Printable;

/** Appends an identity to a CSMS's URL (OCPP-J 1.6 §3.1.1): percent-encoded, once. */
final class RequestTarget {

  private static final String UNRESERVED = "-._~"; // and letters and digits: RFC 3986 §2.3
  private static final String HEX = "0123456789ABCDEF";

  private RequestTarget() {}

  /**
   * Path and query for a request line.
   *
   * @throws IllegalArgumentException if the identity has no UTF-8 form (half a surrogate pair)
   */
  static String of(URI base, String identity) {
    URI ascii = URI.create(base.toASCIIString());
    String path = ascii.getRawPath() == null ? "" : ascii.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    return path + "/" + encode(identity) + query;
  }

  private static String encode(String identity) {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(identity));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the identity '" + Printable.of(identity) + "' is not valid Unicode", e);
    }
    StringBuilder out = new StringBuilder();
    while (bytes.hasRemaining()) {
      int b = bytes.get() & 0xff;
      if (unreserved(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean unreserved(int b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || UNRESERVED.indexOf(b) >= 0;
  }
}
