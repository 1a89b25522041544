package org.ocppbridge.mappings;

/**
 * Which variable of a charging station's device model (2.0.1 part 1 §4): its component, where that
 * is, and the variable.
 *
 * @param evse 0: the component is the whole station's
 * @param connector connector of the EVSE; 0: the component is the EVSE's or the station's
 * @param instance instance of the variable; empty text if it has none
 */
public record VariablePath(
    String component, int evse, int connector, String variable, String instance) {

  /** A variable of a component of the whole station. */
  public static VariablePath ofStation(String component, String variable) {
    return new VariablePath(component, 0, 0, variable, "");
  }

  /** For example {@code OCPPCommCtrlr.MessageAttempts[TransactionEvent]}, {@code EVSE/1.Power}. */
  @Override
  public String toString() {
    return component
        + (evse > 0 ? "/" + evse : "")
        + (connector > 0 ? "/" + connector : "")
        + "."
        + variable
        + (instance.isEmpty() ? "" : "[" + instance + "]");
  }
}
