package org.ocppbridge.adapter.soap.in;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ocppbridge.adapter.soap.ContentCoding;
import org.ocppbridge.adapter.soap.GrowingBytes;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.Limits;

/** The reader of what a charger sends, with any bytes, compressed or not. */
public final class FuzzSoapReader {

  private static final int MAX = 1 << 20;

  private static final EnvelopeReader READER = new EnvelopeReader(Limits.DEFAULT);

  private FuzzSoapReader() {}

  /** Loads all classes, which with instrumentation takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("<Envelope/>".getBytes(StandardCharsets.US_ASCII));
  }

  /** Called again and again; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      byte[] plain = ContentCoding.decode(data, null, new GrowingBytes(MAX, more -> true));
      READER.readRequest(plain, Optional.empty()).payload();
    } catch (BridgeFault | IOException refused) {
      // Said to the charger.
    }
  }
}
