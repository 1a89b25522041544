package org.ocppbridge.adapter.charger;

import java.util.function.Supplier;
import org.ocppbridge.adapter.ledger.Direction;
import org.ocppbridge.adapter.ledger.ExchangeRecorder;
import org.ocppbridge.adapter.ledger.Origin;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;

/**
 * Writes down what one charger's session does by itself or for the CSMS.
 *
 * @param target the name of its CSMS in the settings
 * @param protocol what that CSMS speaks
 */
public record SessionRecorder(
    ExchangeRecorder recorder, Supplier<ChargerState> state, String target, String protocol) {

  /** Writes nothing down. */
  static final SessionRecorder NONE =
      new SessionRecorder(ExchangeRecorder.NONE, () -> null, "", "");

  /** An exchange begins now. */
  Recording begin(Direction direction, Origin origin) {
    Recording recording = recorder.begin(direction, origin);
    if (recording.isOpen()) {
      recording.charger(state.get().id().value(), state.get().version().label());
      recording.route(target, protocol);
    }
    return recording;
  }

  /** The exchange that the present one belongs to, if any: it gets its route. */
  void route() {
    Recording.current().route(target, protocol);
  }

  /** A message is sent now: for the exchange it belongs to, or, if that is over, by itself. */
  Sending sending(Message message, long seq, Sending known) {
    return known.isOpen()
        ? known
        : begin(Direction.TO_CSMS, Origin.BRIDGE).isSending(message.action(), seq);
  }
}
