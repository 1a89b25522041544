package org.ocppbridge.bench.part;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Csv;

/** Where parts put what they found. */
public final class Findings {
  private final Path folder;
  private final PrintStream out;
  private final List<Aim> aims = new ArrayList<>();

  /**
   * @param folder for the CSV files
   * @param out told of progress
   */
  public Findings(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** A line about what goes on. */
  public void tell(String line) {
    out.println(line);
  }

  /** An aim, met or not. */
  public void aim(Aim aim) {
    aims.add(aim);
    tell("  " + aim.what() + ": " + aim.figure() + ", wanted " + aim.aim());
  }

  /** All aims so far. */
  public List<Aim> aims() {
    return List.copyOf(aims);
  }

  /** Keeps a table. */
  public void keep(String name, Csv csv) throws IOException {
    csv.write(folder.resolve(name + ".csv"));
  }
}
