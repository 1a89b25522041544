package org.ocppbridge.adapter.cli;

/**
 * Carries out one command.
 *
 * @param <O> what was asked for
 */
@FunctionalInterface
public interface Program<O> {

  /**
   * Runs until done or interrupted.
   *
   * @return the exit code
   * @throws org.ocppbridge.adapter.config.ConfigException for a wrong setting: exit code 2
   * @throws IllegalArgumentException for a wrong argument: exit code 2
   * @throws Exception for anything else, with a message for people: exit code 1
   */
  int run(O options, Surroundings surroundings) throws Exception;
}
