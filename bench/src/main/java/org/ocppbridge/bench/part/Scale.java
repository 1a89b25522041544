package org.ocppbridge.bench.part;

/**
 * How long everything takes.
 *
 * @param rounds of each comparison
 * @param seconds of each measurement
 * @param warmRequests of load before the first round, each server
 * @param warmSeconds the most that this may take
 */
public record Scale(int rounds, double seconds, int warmRequests, double warmSeconds) {
  /** Some ten minutes in all. */
  public static final Scale FULL = new Scale(5, 3, 60_000, 15);

  /** Under two minutes in all. */
  public static final Scale SHORT = new Scale(3, 1.5, 10_000, 4);
}
