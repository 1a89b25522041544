package org.ocppbridge.bench.lab;

/** Reads {@code /proc/…/stat} of processes and threads, see {@code man 5 proc}. */
final class ProcStat {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private ProcStat() {}

  /** Processor time it has used, in seconds. */
  static double processorSeconds(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        / TICKS_PER_SECOND;
  }
}
