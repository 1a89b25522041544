package org.ocppbridge.adapter.watch.rooms;

import java.util.Locale;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.adapter.watch.Stage;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.model.Operation;

/** Calls to chargers, measured. */
public record WatchedChargers(ChargerLink link, Watch watch) implements ChargerLink {

  @Override
  public <Q, A> A call(Endpoint endpoint, Operation<Q, A> operation, Q request) {
    Watch.Timing timing = watch.stage(Stage.CHARGER, operation.name());
    String outcome = "failed";
    try {
      A answer = link.call(endpoint, operation, request);
      outcome = "answered";
      return answer;
    } catch (ChargerFailed fault) {
      outcome = fault.why().name().toLowerCase(Locale.ROOT);
      throw fault;
    } finally {
      timing.end(outcome);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
