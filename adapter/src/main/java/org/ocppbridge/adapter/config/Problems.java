package org.ocppbridge.adapter.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the settings. */
final class Problems {
  private final Set<String> lines = new LinkedHashSet<>();

  /**
   * Notes a problem.
   *
   * @param path the key
   * @param text what is wrong, without line ends
   * @param place where it stands; empty if nowhere
   */
  void add(String path, String text, String place) {
    String line = path + ": " + text + (place.isEmpty() ? "" : " (" + place + ")");
    lines.add(line.replaceAll("\\p{Cntrl}+", " "));
  }

  void addAll(ConfigException e) {
    lines.addAll(e.problems());
  }

  /**
   * @throws ConfigException if there is any problem
   */
  void stopIfAny() {
    List<String> all = new ArrayList<>(lines);
    if (!all.isEmpty()) {
      throw new ConfigException(all);
    }
  }
}
