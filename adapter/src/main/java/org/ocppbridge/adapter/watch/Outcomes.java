package org.ocppbridge.adapter.watch;

import org.ocppbridge.mappings.BridgeFault;

/** What became of an exchange, in words of a fixed set. */
public final class Outcomes {
  private Outcomes() {}

  /** Of one that a fault ended. */
  public static String of(BridgeFault fault) {
    return switch (fault) {
      case BridgeFault.UnknownCharger _ -> "unknown_charger";
      case BridgeFault.ProtocolError _ -> "protocol_error";
      case BridgeFault.NotSupported _ -> "not_supported";
      case BridgeFault.Undecided _ -> "undecided";
      case BridgeFault.NotStored _ -> "not_stored";
      case BridgeFault.Overloaded _ -> "overloaded";
      case BridgeFault.InvalidCall _ -> "invalid_call";
      case BridgeFault.ChargerFailed _ -> "charger_failed";
    };
  }
}
