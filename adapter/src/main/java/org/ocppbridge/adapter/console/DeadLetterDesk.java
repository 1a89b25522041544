package org.ocppbridge.adapter.console;

/** What an operator can do about dead letters. Texts come from outside. */
public interface DeadLetterDesk {

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
