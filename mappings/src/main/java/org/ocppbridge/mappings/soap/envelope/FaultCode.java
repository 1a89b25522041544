package org.ocppbridge.mappings.soap.envelope;

import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;

/** The faults of OCPP-S 1.6 §4 that the bridge sends. */
public enum FaultCode {
  SECURITY_ERROR(true, "SecurityError"),
  PROTOCOL_ERROR(true, "ProtocolError"),
  INTERNAL_ERROR(false, "InternalError"),
  NOT_SUPPORTED(false, "NotSupported");

  private final boolean sender;
  private final String subcode;

  FaultCode(boolean sender, String subcode) {
    this.sender = sender;
    this.subcode = subcode;
  }

  /** Whether the one who asked is to blame; else the bridge. */
  public boolean sender() {
    return sender;
  }

  /** OCPP's name of the fault. */
  public String subcode() {
    return subcode;
  }

  /** The fault a charger gets for what went wrong; empty if it must not get one. */
  public static Optional<FaultCode> of(BridgeFault fault) {
    return switch (fault) {
      case BridgeFault.UnknownCharger _ -> Optional.of(SECURITY_ERROR);
      case BridgeFault.ProtocolError _ -> Optional.of(PROTOCOL_ERROR);
      case BridgeFault.NotSupported _ -> Optional.of(NOT_SUPPORTED);
      case BridgeFault.Undecided _ -> Optional.of(INTERNAL_ERROR);
      case BridgeFault.InvalidCall _ -> Optional.of(INTERNAL_ERROR);
      case BridgeFault.ChargerFailed _ -> Optional.of(INTERNAL_ERROR);
      case BridgeFault.NotStored _ -> Optional.empty();
      case BridgeFault.Overloaded _ -> Optional.empty();
    };
  }
}
