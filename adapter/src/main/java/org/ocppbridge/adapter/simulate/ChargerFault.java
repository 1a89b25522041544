package org.ocppbridge.adapter.simulate;

/**
 * A command that a charger answers with a SOAP Fault (OCPP-S 1.6 §4).
 *
 * @param code {@code Sender} or {@code Receiver}
 * @param subcode for example {@code IdentityMismatch}
 * @param reason for people
 */
record ChargerFault(String code, String subcode, String reason) {

  static ChargerFault protocolError(String reason) {
    return new ChargerFault("Sender", "ProtocolError", reason);
  }

  static ChargerFault identityMismatch(String reason) {
    return new ChargerFault("Sender", "IdentityMismatch", reason);
  }

  static ChargerFault notSupported(String reason) {
    return new ChargerFault("Receiver", "NotSupported", reason);
  }
}
