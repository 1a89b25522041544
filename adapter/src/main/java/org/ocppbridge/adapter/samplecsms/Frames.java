package org.ocppbridge.adapter.samplecsms;

import java.time.Instant;

/**
 * Hears of every frame. Called on the thread that reads or writes the frame, in the order of the
 * wire for each direction.
 */
@FunctionalInterface
public interface Frames {

  /** Hears nothing. */
  Frames IGNORED = frame -> {};

  /**
   * One text frame.
   *
   * @param charger identity of the charging station
   * @param fromCharger whether the charging station sent it; else the CSMS did
   */
  record Frame(String charger, boolean fromCharger, String text, Instant at) {}

  /** A frame was received or is about to be sent. */
  void frame(Frame frame);
}
