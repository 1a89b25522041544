package org.ocppbridge.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of aims, for people and for Markdown. */
public final class Aims {
  private Aims() {}

  /** In columns. */
  public static String text(List<Aim> aims) {
    int what = aims.stream().mapToInt(aim -> aim.what().length()).max().orElse(0);
    int wanted = aims.stream().mapToInt(aim -> aim.aim().length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Aim aim : aims) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-7s %-" + what + "s  %-" + wanted + "s  %s%n",
              met(aim),
              aim.what(),
              aim.aim(),
              aim.figure()));
    }
    return out.toString();
  }

  /** As a table. */
  public static String markdown(List<Aim> aims) {
    List<String> lines = new ArrayList<>();
    lines.add("| what | aim | found (least to most) | |");
    lines.add("| --- | --- | --- | --- |");
    for (Aim aim : aims) {
      lines.add(
          "| " + aim.what() + " | " + aim.aim() + " | " + aim.figure() + " | " + met(aim) + " |");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String met(Aim aim) {
    return aim.met() ? "met" : "not met";
  }
}
