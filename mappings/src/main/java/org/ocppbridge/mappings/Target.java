package org.ocppbridge.mappings;

/**
 * What a CSMS speaks; the name is also the WebSocket subprotocol (OCPP-J 1.6 §3.2, 2.0.1 part 4
 * §3.1.2).
 */
public enum Target {
  OCPP16("ocpp1.6"),
  OCPP201("ocpp2.0.1");

  private final String subprotocol;

  Target(String subprotocol) {
    this.subprotocol = subprotocol;
  }

  /** The WebSocket subprotocol. */
  public String subprotocol() {
    return subprotocol;
  }

  /**
   * Finds a target by its subprotocol.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Target of(String subprotocol) {
    for (Target target : values()) {
      if (target.subprotocol.equals(subprotocol)) {
        return target;
      }
    }
    throw new IllegalArgumentException("no protocol '" + subprotocol + "': ocpp1.6 or ocpp2.0.1");
  }

  @Override
  public String toString() {
    return subprotocol;
  }
}
