package org.ocppbridge.bench.part;

import java.util.List;

/**
 * How long everything takes.
 *
 * @param rounds of each comparison
 * @param seconds of each measurement
 * @param warmSeconds of load before the first round, at most, each server
 * @param identities how many chargers a bridge has, in turn
 * @param backlogs how many rows wait in its store, in turn
 * @param samples in a MeterValues, in turn
 * @param idle chargers that do nothing, plain
 * @param idleTls the same over TLS
 * @param pureMillis of each iteration of the pure path
 * @param pureAll whether the pure path is measured for each version and target
 */
public record Scale(
    int rounds,
    double seconds,
    double warmSeconds,
    List<Integer> identities,
    List<Integer> backlogs,
    List<Integer> samples,
    int idle,
    int idleTls,
    int pureMillis,
    boolean pureAll) {

  /** Some half an hour in all, most of it until all servers are warm; the first part has most. */
  public static final Scale FULL =
      new Scale(
          5,
          3,
          30,
          List.of(500, 4_000, 19_000),
          List.of(0, 1_000_000),
          List.of(1, 20, 100),
          19_000,
          4_000,
          100,
          true);

  /** A few minutes in all. */
  public static final Scale SHORT =
      new Scale(
          3,
          1.5,
          5,
          List.of(500, 4_000),
          List.of(0, 100_000),
          List.of(1, 20),
          4_000,
          500,
          200,
          false);
}
