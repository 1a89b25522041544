package org.ocppbridge.adapter.config;

import java.util.List;

/** Settings that cannot be used. The message is the first problem, one line that names the key. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  public ConfigException(String problem) {
    this(List.of(problem));
  }

  /**
   * @param problems one or more, one line each
   */
  public ConfigException(List<String> problems) {
    super(problems.getFirst());
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in the order of the keys. */
  public List<String> problems() {
    return problems;
  }
}
