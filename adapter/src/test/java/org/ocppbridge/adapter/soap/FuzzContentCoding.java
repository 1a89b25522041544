package org.ocppbridge.adapter.soap;

import java.io.IOException;
import java.util.Arrays;

/**
 * The reader of compressed bodies, with any bytes: broken ones are refused, none grow beyond the
 * limit, and what the writer compressed comes back as it was. The first byte says what the header
 * announces.
 */
public final class FuzzContentCoding {

  /** Smaller than what the longest input can inflate to, so that the limit is met. */
  private static final int MAX = 256 << 10;

  private static final String[] DECLARED = {null, "gzip", "deflate", "identity", "x-gzip, br"};

  private FuzzContentCoding() {}

  /** Loads all classes, which with instrumentation takes longer than any input may. */
  public static void fuzzerInitialize() {
    for (byte choice = 0; choice < DECLARED.length; choice++) {
      fuzzerTestOneInput(new byte[] {choice, 31, -117, 8, 0});
    }
  }

  /** Called again and again; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] body = Arrays.copyOfRange(data, 1, data.length);
    try {
      byte[] plain = decode(body, DECLARED[Math.floorMod(data[0], DECLARED.length)]);
      if (plain.length > MAX && plain.length != body.length) {
        throw new IllegalStateException("inflated to " + plain.length);
      }
    } catch (IOException refused) {
      // Said to the charger.
    }
    comesBack(body, "gzip");
    comesBack(body, "deflate");
  }

  private static void comesBack(byte[] body, String coding) {
    try {
      if (!Arrays.equals(body, decode(ContentCoding.encode(body, coding), coding))) {
        throw new IllegalStateException(coding + " gave back something else");
      }
    } catch (IOException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static byte[] decode(byte[] body, String declared) throws IOException {
    return ContentCoding.decode(body, declared, new GrowingBytes(MAX, more -> true));
  }
}
