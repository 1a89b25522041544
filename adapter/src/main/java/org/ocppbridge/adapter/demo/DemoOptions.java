package org.ocppbridge.adapter.demo;

import java.util.List;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/**
 * How to play the demo.
 *
 * @param chargers versions to play, one after the other
 * @param protocol what the CSMS speaks
 * @param once end after the session; else go on with a small session now and then until interrupted
 * @param fullEnvelopes print whole SOAP envelopes and whole JSON lists; else only the first
 *     envelope of each version whole, the others without what repeats, and of long lists the begin
 * @param width columns of the terminal, at least {@value #WIDTH_MIN}
 * @param colour whether to use ANSI colours
 */
public record DemoOptions(
    List<SoapVersion> chargers,
    Target protocol,
    boolean once,
    boolean fullEnvelopes,
    int width,
    boolean colour) {

  /** Narrowest terminal that has room for two columns. */
  public static final int WIDTH_MIN = 60;

  /** Checks every value. */
  public DemoOptions {
    chargers = List.copyOf(chargers);
    if (chargers.isEmpty()) {
      throw new IllegalArgumentException("charger: at least one version is needed");
    }
    width = Math.max(width, WIDTH_MIN);
  }

  /**
   * The usual demo: all versions, fitted to the terminal it runs on.
   *
   * @param terminal what is known of the terminal
   */
  public static DemoOptions of(Terminal terminal) {
    return new DemoOptions(
        List.of(SoapVersion.values()),
        Target.OCPP16,
        !terminal.interactive(),
        false,
        terminal.width(),
        terminal.colour());
  }
}
