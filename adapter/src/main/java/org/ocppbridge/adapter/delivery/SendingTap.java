package org.ocppbridge.adapter.delivery;

import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.ledger.Sending;

/** Writes the frames of a message into the ledger. */
record SendingTap(Sending sending) implements CsmsLink.Tap {

  @Override
  public void sent(String frame) {
    sending.sent(frame);
  }

  @Override
  public void received(String frame) {
    sending.received(frame);
  }
}
