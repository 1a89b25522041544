package org.ocppbridge.adapter.program;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/** SIGHUP, which tells a service to read its settings again. */
final class HangUp {
  private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

  private HangUp() {}

  /** Has it do this, each time on a thread of its own. Windows has no such signal. */
  static void does(Runnable work) {
    try {
      Signal.handle(new Signal("HUP"), _ -> Thread.ofVirtual().start(work));
    } catch (IllegalArgumentException e) {
      LOG.debug("no SIGHUP here", e);
    }
  }
}
