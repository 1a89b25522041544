package org.ocppbridge.bench.lab;

/**
 * A fleet that the load plays.
 *
 * @param connections that its chargers share
 * @param close a new connection for every request
 * @param script a name of the load's scripts
 * @param mustUnderstand whether its WS-Addressing headers have to be understood
 * @param samples in each MeterValues
 */
public record FleetPlan(
    int identities,
    int connections,
    boolean close,
    String script,
    boolean mustUnderstand,
    int samples) {

  /** 512 chargers of all versions in sessions, as OCPP-S has them. */
  public static final FleetPlan SESSIONS = new FleetPlan(512, 64, false, "SESSIONS", true, 4);

  /** Asks only what is no part of a transaction, also of endpoints without WS-Addressing. */
  public static final FleetPlan CALLS = new FleetPlan(512, 64, false, "CALLS", false, 4);

  /** As many chargers. */
  public FleetPlan of(int count) {
    return new FleetPlan(count, connections, close, script, mustUnderstand, samples);
  }

  /** A new connection for every request. */
  public FleetPlan closing() {
    return new FleetPlan(identities, connections, true, script, mustUnderstand, samples);
  }

  /** By another script. */
  public FleetPlan by(String other) {
    return new FleetPlan(identities, connections, close, other, mustUnderstand, samples);
  }

  /** As many samples in each MeterValues. */
  public FleetPlan sampling(int count) {
    return new FleetPlan(identities, connections, close, script, mustUnderstand, count);
  }

  String order(String name, int port) {
    return "fleet name=%s port=%d identities=%d connections=%d close=%s script=%s mustUnderstand=%s samples=%d"
        .formatted(name, port, identities, connections, close, script, mustUnderstand, samples);
  }
}
