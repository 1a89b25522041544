package org.ocppbridge.adapter.console;

import java.util.List;

/** Reads the settings again while the bridge runs. */
@FunctionalInterface
public interface Reloading {

  /**
   * What came of it.
   *
   * @param problems why nothing was changed, one line each; empty: the settings are in force
   * @param chargers how many chargers they touch
   * @param waiting those among them that finish first what they began where they are
   * @param notes what people should know though it stops nothing
   */
  record Outcome(List<String> problems, int chargers, List<String> waiting, List<String> notes) {
    public Outcome {
      problems = List.copyOf(problems);
      waiting = List.copyOf(waiting);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads, checks and applies them, whole or not at all.
   *
   * @param atOnce whether chargers whose CSMS changes leave transactions unfinished where they
   *     began
   */
  Outcome reload(boolean atOnce);
}
