package org.ocppbridge.mappings.json201.station;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.MessageTrigger;

/** Meter values that the CSMS asks for (MR B6). */
final class TriggeredMeters {

  private static final String METER_VALUES = "MeterValues";

  private TriggeredMeters() {}

  /** MeterValues of an EVSE, or of all. */
  static Step<CsmsAnswer> meterValues(Optional<Integer> evseId, ChargerView view) {
    if (evseId.isPresent() && !Evse.exists(evseId.get(), view)) {
      return TriggerReply.rejected(Reason.UNKNOWN_EVSE, "no EVSE " + evseId.get());
    }
    return TriggerReply.ask(
        MessageTrigger.METER_VALUES,
        evseId.map(id -> Evse.connectors(id, view).getFirst()),
        List.of(METER_VALUES),
        view,
        TriggerReply.Substitute.IF_UNSUPPORTED,
        later -> TriggerReply.rejected(Reason.NOT_FOUND, "no meter values are known"));
  }

  /** The state of the transaction on an EVSE, or of all. */
  static Step<CsmsAnswer> transactionEvent(Optional<Integer> evseId, ChargerView view) {
    return TriggerReply.rejected(Reason.TX_NOT_FOUND, "no transaction is open there");
  }
}
