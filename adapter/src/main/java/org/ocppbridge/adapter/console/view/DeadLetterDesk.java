package org.ocppbridge.adapter.console.view;

import java.util.List;

/** What an operator can do about dead letters. Texts come from outside. */
public interface DeadLetterDesk {

  /**
   * The next ones of a charger, the oldest first; empty at the end.
   *
   * @param after the number before theirs; 0: from the first
   */
  List<DeadLetterStatus> page(String charger, long after);

  /**
   * Tries one once more.
   *
   * @return whether there is such a charger with such a dead letter
   */
  boolean retry(String charger, long number);

  /**
   * Throws one away.
   *
   * @return whether there was one
   */
  boolean drop(String charger, long number);
}
