package org.ocppbridge.mappings.json201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.json.CommandTable;
import org.ocppbridge.mappings.json201.base.Bytes201;
import org.ocppbridge.mappings.json201.base.Errors201;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.json201.charging.Charging201;
import org.ocppbridge.mappings.json201.losses.ChargerLosses;
import org.ocppbridge.mappings.json201.losses.CommandLosses;
import org.ocppbridge.mappings.json201.model.Model201;
import org.ocppbridge.mappings.json201.station.Commands201;
import org.ocppbridge.mappings.json201.station.Station201;
import org.ocppbridge.mappings.json201.transactions.Transactions201;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.rules.Boots;

/** OCPP 2.0.1: the tables of its blocks. Stateless; one instance serves all chargers. */
public final class Json201 implements JsonDialect {

  /**
   * Known to 2.0.1, but nothing a SOAP charger, or the bridge for it, can have a part in (MR B2).
   */
  private static final Set<String> NOT_SUPPORTED =
      Set.of(
          "ClearDisplayMessage",
          "CostUpdated",
          "GetDisplayMessages",
          "PublishFirmware",
          "SetDisplayMessage",
          "UnpublishFirmware");

  /** Never sent but on request. */
  private static final Set<String> REPORTS =
      Set.of(
          "NotifyCustomerInformation",
          "NotifyMonitoringReport",
          "NotifyReport",
          "ReportChargingProfiles");

  private static final Tables TABLES = tables();

  private static Tables tables() {
    Tables tables = new Tables();
    Transactions201.addTo(tables);
    Station201.addTo(tables);
    Commands201.addTo(tables);
    Model201.addTo(tables);
    Charging201.addTo(tables);
    return tables;
  }

  @Override
  public Target target() {
    return Target.OCPP201;
  }

  @Override
  public <Q, A> Step<A> fromCharger(Operation<Q, A> operation, Q request, ChargerView view) {
    return Monitored.step(
        ChargerLosses.named(request, TABLES.charger().step(operation, request, view)), view);
  }

  @Override
  public Step<CsmsAnswer> fromCsms(String action, ObjectNode payload, ChargerView view) {
    try {
      if (view.state().registration().is(RegistrationStatus.REJECTED)) {
        throw new InvalidCall(
            Violation.SECURITY, "the CSMS has rejected the charging station (B03.FR.08)");
      }
      CommandTable.Plan plan = TABLES.commands().find(action).orElseThrow(() -> unknown(action));
      Bytes201.check(action, payload);
      return CommandLosses.named(action, payload, plan.step(payload, view));
    } catch (BridgeFault fault) {
      return Step.Done.with(error(fault));
    }
  }

  private static InvalidCall unknown(String action) {
    return NOT_SUPPORTED.contains(action)
        ? new InvalidCall(Violation.NOT_SUPPORTED, "a SOAP charger has no " + action)
        : new InvalidCall(Violation.NOT_IMPLEMENTED, "no such action for charging stations");
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code offline} is set if the link was down when the event arose or at any time since (MR
   * D9); its own replay by the charger is marked when the event is planned.
   */
  @Override
  public ObjectNode atSending(Queued queued, ChargerView view) {
    Message message = queued.message();
    boolean connected = view.uplink().unbrokenSince(queued);
    return message.action().equals("TransactionEvent") && !connected
        ? message.payload().deepCopy().put("offline", true)
        : message.payload();
  }

  @Override
  public Step<Void> delivered(Queued queued, Reply reply, ChargerView view) {
    return TABLES
        .delivered(queued.message().action())
        .map(plan -> plan.step(queued, reply, view))
        .orElseGet(() -> Step.Done.with(null));
  }

  @Override
  public Step<Void> woken(String reason, ChargerView view) {
    return TABLES
        .wakeUp(reason)
        .map(plan -> plan.apply(reason, view))
        .orElseGet(() -> Step.Done.with(null, List.of(new Change.WakeUpOver(reason))));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A message that the CSMS triggered, or a report it asked for, goes out even while it says
   * Pending (B02.FR.02, MR D11). While a BootNotification waits for the CSMS to come back or for
   * its first answer, all else waits behind it.
   */
  @Override
  public Clearance clearance(Message message, ChargerView view) {
    boolean reported =
        REPORTS.contains(message.action())
            && view.state().registration().is(RegistrationStatus.PENDING);
    return reported ? Clearance.GRANTED : Boots.clearance(message, view);
  }

  @Override
  public Step<Void> news(LinkNews news, ChargerView view) {
    return Station201.news(news, view);
  }

  @Override
  public Step<Void> connected(ChargerView view) {
    return Station201.connected(view);
  }

  @Override
  public CsmsAnswer.Error error(BridgeFault fault) {
    return Errors201.TABLE.of(fault);
  }
}
