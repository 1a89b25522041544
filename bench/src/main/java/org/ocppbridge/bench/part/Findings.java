package org.ocppbridge.bench.part;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Bars;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Spread;

/** Where parts put what they found. */
public final class Findings {
  private final Path results;
  private final Path plots;
  private final PrintStream out;
  private final List<Aim> aims = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder images = new StringBuilder();

  /**
   * Nothing was found yet.
   *
   * @param results folder for the CSV files
   * @param plots folder for the plots
   * @param out told of progress
   */
  public Findings(Path results, Path plots, PrintStream out) {
    this.results = results;
    this.plots = plots;
    this.out = out;
  }

  /** A line for people. */
  public void tell(String line) {
    out.println(line);
    text.append(line).append('\n');
  }

  /** An aim, met or not. */
  public void aim(Aim aim) {
    aims.add(aim);
    tell("  = " + aim.what() + ": " + aim.figure() + ", wanted " + aim.aim());
  }

  /** All aims so far. */
  public List<Aim> aims() {
    return List.copyOf(aims);
  }

  /** Keeps a table. */
  public void keep(String name, Csv csv) throws IOException {
    csv.write(results.resolve(file(name) + ".csv"));
  }

  /**
   * Keeps a plot.
   *
   * @param title with the unit
   */
  public void plot(String name, String title, Map<String, Spread> bars) throws IOException {
    Files.createDirectories(plots);
    Files.writeString(plots.resolve(file(name) + ".svg"), Bars.svg(title, bars));
    images.append(
        "![%s](%s/%s.svg)%n%n".formatted(title, plots.getFileName().toString(), file(name)));
  }

  private static String file(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** What was told since the last time, with the plots, as Markdown. */
  public String takeMarkdown() {
    String markdown = images + "```text\n" + text + "```\n";
    text.setLength(0);
    images.setLength(0);
    return markdown;
  }
}
