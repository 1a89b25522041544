package org.ocppbridge.bench.load;

import java.nio.charset.StandardCharsets;

/** Single requests, as the load sends them. */
public final class Requests {
  private static final int SAMPLES = 4;

  private Requests() {}

  /**
   * One.
   *
   * @param version of OCPP, for example {@code 1.5}
   * @param operation for example {@code StartTransaction}
   */
  public static byte[] envelope(String version, String operation) {
    for (int number = 0; ; number++) {
      Charger charger = new Charger(number, Script.of("SESSIONS"));
      if (charger.version().label().equals(version)) {
        return charger
            .request(Kind.of(operation), new Wording(true, SAMPLES))
            .getBytes(StandardCharsets.UTF_8);
      }
    }
  }
}
