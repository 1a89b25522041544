package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;

/** StatusNotification: forwarded each time, in the words of 1.6J (MR A9). */
final class StatusNotification16 {

  static final String ACTION = "StatusNotification";
  private static final StatusNotification.Answer OK = new StatusNotification.Answer();

  /** All that the main controller, connector 0, may be (1.6 §4.9). */
  private static final Set<ConnectorStatus> OF_CONTROLLER =
      EnumSet.of(ConnectorStatus.AVAILABLE, ConnectorStatus.UNAVAILABLE, ConnectorStatus.FAULTED);

  /**
   * Where 1.6 has a communication error with the vehicle (1.6 §4.9); elsewhere Mode3Error has no
   * name.
   */
  private static final Set<ConnectorStatus> WITH_VEHICLE =
      EnumSet.of(
          ConnectorStatus.PREPARING,
          ConnectorStatus.SUSPENDED_EV,
          ConnectorStatus.SUSPENDED_EVSE,
          ConnectorStatus.FINISHING);

  private StatusNotification16() {}

  static Step<StatusNotification.Answer> step(
      StatusNotification.Request request, ChargerView view) {
    if (request.status() == null) {
      Loss loss = Loss.dropped("status", "is none that 1.6 has, so it is not forwarded");
      return new Step.Done<>(OK, List.of(), List.of(), List.of(loss));
    }
    List<Loss> losses = new ArrayList<>();
    StatusNotification.Request report = complete(request, view, losses);
    int connector = report.connectorId();
    List<Change> changes = new ArrayList<>();
    changes.add(new ConnectorChange.Reported(report, view.now()));
    changes.add(new CommandChange.Triggered(ACTION, Optional.empty()));
    if (report.status() == ConnectorStatus.AVAILABLE && connector > 0) {
      changes.addAll(Orphans16.onAvailable(connector, view));
    }
    return new Step.Done<>(OK, changes, List.of(message(report, view, losses)), losses);
  }

  /** With a time; the SOAP edge has seen to connector and error code. */
  private static StatusNotification.Request complete(
      StatusNotification.Request r, ChargerView view, List<Loss> losses) {
    // 1.2 has no timestamp, so none is missing there.
    boolean none = r.timestamp() == null && view.state().version() == SoapVersion.V12;
    Instant time = none ? view.now() : Times.sane(r.timestamp(), view.now(), "timestamp", losses);
    return new StatusNotification.Request(
        r.connectorId(),
        r.errorCode(),
        r.info(),
        r.status(),
        time,
        r.vendorId(),
        r.vendorErrorCode());
  }

  /** A complete report as 1.6J says it. */
  static Message message(StatusNotification.Request r, ChargerView view, List<Loss> losses) {
    ConnectorStatus status = status(r, view, losses);
    ErrorCode code = r.errorCode();
    String vendorErrorCode = r.vendorErrorCode();
    if (code == ErrorCode.MODE_3_ERROR) {
      boolean vehicle = WITH_VEHICLE.contains(status);
      code = vehicle ? ErrorCode.EV_COMMUNICATION_ERROR : ErrorCode.OTHER_ERROR;
      if (!vehicle && (vendorErrorCode == null || vendorErrorCode.isBlank())) {
        vendorErrorCode = ErrorCode.MODE_3_ERROR.wire();
      }
      losses.add(Loss.changed("errorCode", "Mode3Error is not in 1.6: " + code.wire()));
    }
    ObjectNode payload =
        Json.tree(
            new StatusNotification.Request(
                r.connectorId(),
                code,
                r.info(),
                status,
                r.timestamp(),
                r.vendorId(),
                vendorErrorCode));
    return Message.latest(
        ACTION, Limits16.TABLE.cut(ACTION, payload, losses), "status/" + r.connectorId());
  }

  private static ConnectorStatus status(
      StatusNotification.Request r, ChargerView view, List<Loss> losses) {
    ConnectorStatus status = r.status();
    if (r.connectorId() == 0 && !OF_CONTROLLER.contains(status)) {
      losses.add(
          Loss.changed("status", "connector 0 cannot be " + status.wire() + " in 1.6: Available"));
      return ConnectorStatus.AVAILABLE;
    }
    if (status == ConnectorStatus.OCCUPIED) {
      ConnectorStatus chosen = occupied(r.connectorId(), view);
      losses.add(Loss.changed("status", "Occupied is not in 1.6: " + chosen.wire()));
      return chosen;
    }
    return status;
  }

  private static ConnectorStatus occupied(int connector, ChargerView view) {
    if (view.state().transactions().openOn(connector).isPresent()) {
      return ConnectorStatus.CHARGING;
    }
    return view.state().connectors().get(connector).endedSinceAvailable()
        ? ConnectorStatus.FINISHING
        : ConnectorStatus.PREPARING;
  }
}
