package org.ocppbridge.mappings.json201.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;

/** NotifyEvent (2.0.1 N07): one event in each message, kept in order while the CSMS is away. */
public final class Events201 {

  /** The action. */
  public static final String ACTION = "NotifyEvent";

  private Events201() {}

  /** A component of the device model in JSON. */
  public static ObjectNode component(VariablePath path) {
    ObjectNode component = Json.object().put("name", path.component());
    if (path.evse() > 0) {
      ObjectNode evse = component.putObject("evse").put("id", path.evse());
      if (path.connector() > 0) {
        evse.put("connectorId", path.connector());
      }
    }
    return component;
  }

  /** A variable of the device model in JSON. */
  public static ObjectNode variable(VariablePath path) {
    ObjectNode variable = Json.object().put("name", path.variable());
    return path.instance().isEmpty() ? variable : variable.put("instance", path.instance());
  }

  /**
   * The event of a hard-wired monitor whose variable changed.
   *
   * @param soapConnector 0 for the whole station
   */
  public static ObjectNode delta(
      int eventId,
      HardWired monitor,
      int soapConnector,
      String actual,
      Instant at,
      ChargerView view) {
    VariablePath path = monitor.variable(soapConnector, view);
    ObjectNode event =
        Json.object()
            .put("eventId", eventId)
            .put("timestamp", Times.write(at))
            .put("trigger", "Delta")
            .put("actualValue", actual)
            .put("eventNotificationType", "HardWiredMonitor")
            .put("variableMonitoringId", monitor.id(soapConnector, view));
    event.set("component", component(path));
    event.set("variable", variable(path));
    transaction(soapConnector, view).ifPresent(id -> event.put("transactionId", id));
    return event;
  }

  private static Optional<String> transaction(int soapConnector, ChargerView view) {
    return view.state().transactions().openOn(soapConnector).flatMap(Transaction::csmsId);
  }

  /** The message with one event; texts that are too long are cut. */
  public static Message message(ObjectNode event, ChargerView view, List<Loss> losses) {
    ObjectNode payload = Json.object().put("generatedAt", Times.write(view.now())).put("seqNo", 0);
    payload.putArray("eventData").add(event);
    return Message.bounded(
        ACTION,
        Limits201.TABLE.cut(ACTION, payload, losses),
        "event/" + event.path("variableMonitoringId").asInt());
  }

  /** Whether an event of this severity is told (SetMonitoringLevel, N05). */
  public static boolean told(int severity, ChargerView view) {
    return severity <= view.state().station().model().monitors().level();
  }
}
