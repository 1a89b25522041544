package org.ocppbridge.adapter.ledger;

import org.ocppbridge.mappings.Reply;

/** A message for the CSMS, on behalf of the exchange that it belongs to. */
public final class Sending {

  /** Belongs to no exchange. */
  public static final Sending NONE = new Sending(Recording.NONE, 0, false);

  private final Recording recording;
  private final long seq;
  private final boolean alone;
  private boolean done;

  /**
   * @param alone whether its exchange is over with it
   */
  Sending(Recording recording, long seq, boolean alone) {
    this.recording = recording;
    this.seq = seq;
    this.alone = alone;
  }

  /** Whether it is still recorded what becomes of it. */
  public synchronized boolean isOpen() {
    return !done && recording.isOpen();
  }

  /** The frame is handed to the socket. */
  public void sent(String frame) {
    recording.json(Wire.Way.BRIDGE_TO_CSMS, false, frame);
  }

  /** The answer has come. */
  public void received(String frame) {
    recording.json(Wire.Way.CSMS_TO_BRIDGE, true, frame);
  }

  /** What came of it; only the first call counts. */
  public void done(Reply reply) {
    synchronized (this) {
      if (done || recording == Recording.NONE) {
        return;
      }
      done = true;
    }
    recording.sent(seq, reply);
    if (alone) {
      recording.answered();
    }
  }
}
