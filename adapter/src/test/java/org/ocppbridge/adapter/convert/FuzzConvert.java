package org.ocppbridge.adapter.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/**
 * {@code convert} with any bytes: the way from the envelope over the model to JSON and back. The
 * first byte says from what to what.
 */
public final class FuzzConvert {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private static final List<SoapVersion> VERSIONS =
      List.of(SoapVersion.V12, SoapVersion.V15, SoapVersion.V16);
  private static final List<Target> TARGETS = List.of(Target.OCPP16, Target.OCPP201);

  private FuzzConvert() {}

  /** Loads all classes, which with instrumentation takes longer than any input may. */
  public static void fuzzerInitialize() {
    for (int choice = 0; choice < VERSIONS.size() * TARGETS.size(); choice++) {
      SoapVersion version = VERSIONS.get(choice % VERSIONS.size());
      warmUp(choice, "[2,\"1\",\"ClearCache\",{}]");
      warmUp(
          choice,
          """
          <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns="%s"><s:Header>
          <chargeBoxIdentity>CP-1</chargeBoxIdentity></s:Header><s:Body><heartbeatRequest/></s:Body>
          </s:Envelope>
          """
              .formatted(version.centralSystemNamespace()));
    }
  }

  private static void warmUp(int choice, String message) {
    byte[] text = message.getBytes(StandardCharsets.US_ASCII);
    byte[] data = new byte[text.length + 1];
    data[0] = (byte) choice;
    System.arraycopy(text, 0, data, 1, text.length);
    fuzzerTestOneInput(data);
  }

  /** Called again and again; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] message = Arrays.copyOfRange(data, 1, data.length);
    int choice = Math.floorMod(data[0], 6);
    SoapVersion version = VERSIONS.get(choice % 3);
    Converter converter = new Converter(version, TARGETS.get(choice / 3), NOW, Optional.of(1L));
    try {
      Converted _ =
          message.length > 0 && message[0] == '['
              ? converter.call(message)
              : converter.envelope(message);
    } catch (BridgeFault | IllegalArgumentException | IOException refused) {
      // Said to the one who asked, in words.
    }
  }
}
