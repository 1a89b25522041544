package org.ocppbridge.adapter.crash;

/**
 * A transaction message that the bridge answered with 200: from then on it is the bridge's debt.
 *
 * @param kind Start, Meter or Stop
 * @param value the register it carries; no two messages of a charger have the same
 * @param transaction the id that the bridge gave
 */
record Told(String kind, long value, int transaction) {

  String what() {
    return kind + " " + value;
  }
}
