package org.ocppbridge.bench.lab;

import java.util.HashMap;
import java.util.Map;

/**
 * What came of a load.
 *
 * @param requests that were answered well
 * @param p50 half were answered within so many microseconds, and so on
 * @param firstError empty if there was none
 */
public record Answered(
    long requests,
    long errors,
    double perSecond,
    double p50,
    double p99,
    double p999,
    double max,
    String firstError) {

  static Answered parse(String line) {
    String[] parts = line.split(" error=", 2);
    Map<String, String> values = new HashMap<>();
    for (String pair : parts[0].split(" ")) {
      String[] both = pair.split("=", 2);
      values.put(both[0], both[1]);
    }
    return new Answered(
        Long.parseLong(values.get("requests")),
        Long.parseLong(values.get("errors")),
        Double.parseDouble(values.get("perSecond")),
        Double.parseDouble(values.get("p50")),
        Double.parseDouble(values.get("p99")),
        Double.parseDouble(values.get("p999")),
        Double.parseDouble(values.get("max")),
        parts[1]);
  }
}
