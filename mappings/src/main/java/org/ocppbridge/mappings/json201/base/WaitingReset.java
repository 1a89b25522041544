package org.ocppbridge.mappings.json201.base;

import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;

/** A Reset OnIdle that waits for the end of transactions (B12). */
public final class WaitingReset {

  /** Wake-up to look whether it need wait no longer. */
  public static final String WAKE_UP = "idleReset";

  private WaitingReset() {}

  /**
   * To be noted together with the end of a transaction.
   *
   * @param view as it was before that
   */
  public static List<Change> lookSoon(ChargerView view) {
    return view.state().station().orders().idleReset().isPresent()
        ? List.of(new Change.WakeUp(WAKE_UP, view.now()))
        : List.of();
  }
}
