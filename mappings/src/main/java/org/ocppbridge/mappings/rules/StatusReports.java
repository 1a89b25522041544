package org.ocppbridge.mappings.rules;

import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;

/** What chargers leave out of a StatusNotification (MR A9). */
public final class StatusReports {

  private StatusReports() {}

  /**
   * The report with everything in it that the contract requires: connector 0, NoError and the time
   * of receipt stand for what is missing or cannot be true.
   *
   * @param losses gets a line for each of them
   */
  public static StatusNotification.Request complete(
      StatusNotification.Request r, ChargerView view, List<Loss> losses) {
    if (r.connectorId() == null) {
      losses.add(Loss.defaulted("connectorId", "was missing: 0, the main controller"));
    }
    if (r.errorCode() == null) {
      losses.add(Loss.defaulted("errorCode", "was missing: NoError"));
    }
    // 1.2 has no timestamp, so none is missing there.
    boolean none = r.timestamp() == null && view.state().version() == SoapVersion.V12;
    Instant time = none ? view.now() : Times.sane(r.timestamp(), view.now(), "timestamp", losses);
    return new StatusNotification.Request(
        r.connectorId() == null ? 0 : r.connectorId(),
        r.errorCode() == null ? ErrorCode.NO_ERROR : r.errorCode(),
        r.info(),
        r.status(),
        time,
        r.vendorId(),
        r.vendorErrorCode());
  }
}
