package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.MessageTrigger;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.WireName;

/**
 * TriggerMessage (F06): a 1.6 charger is asked; for others, and for one that does not support it,
 * the bridge makes the message of what it knows (MR B6).
 */
final class TriggerMessage201 {

  /** What can be triggered. */
  enum Trigger implements WireName {
    BOOT_NOTIFICATION("BootNotification"),
    LOG_STATUS_NOTIFICATION("LogStatusNotification"),
    FIRMWARE_STATUS_NOTIFICATION("FirmwareStatusNotification"),
    HEARTBEAT("Heartbeat"),
    METER_VALUES("MeterValues"),
    SIGN_CHARGING_STATION_CERTIFICATE("SignChargingStationCertificate"),
    SIGN_V2G_CERTIFICATE("SignV2GCertificate"),
    STATUS_NOTIFICATION("StatusNotification"),
    TRANSACTION_EVENT("TransactionEvent"),
    SIGN_COMBINED_CERTIFICATE("SignCombinedCertificate"),
    PUBLISH_FIRMWARE_STATUS_NOTIFICATION("PublishFirmwareStatusNotification");

    private final String wire;

    Trigger(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  record EvseType(@JsonProperty(required = true) Integer id, Integer connectorId) {}

  record Request(EvseType evse, @JsonProperty(required = true) Trigger requestedMessage) {}

  private TriggerMessage201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    return switch (request.requestedMessage()) {
      case BOOT_NOTIFICATION -> boot(view);
      case HEARTBEAT -> heartbeat(view);
      case STATUS_NOTIFICATION -> status(request.evse(), view);
      case METER_VALUES -> TriggeredMeters.meterValues(evseId(request), view);
      case TRANSACTION_EVENT -> TriggeredMeters.transactionEvent(evseId(request), view);
      case LOG_STATUS_NOTIFICATION ->
          TriggerReply.accepted(List.of(LogStatus201.current(view)), view);
      case FIRMWARE_STATUS_NOTIFICATION ->
          TriggerReply.accepted(List.of(FirmwareStatus201.current(view)), view);
      case SIGN_CHARGING_STATION_CERTIFICATE ->
          Signing201.want(view)
              .orElseGet(
                  () -> TriggerReply.rejected(Reason.NOT_ENABLED, "no OrganizationName is set"));
      case SIGN_V2G_CERTIFICATE, SIGN_COMBINED_CERTIFICATE, PUBLISH_FIRMWARE_STATUS_NOTIFICATION ->
          Answer201.only(Answer201.status("NotImplemented"));
    };
  }

  private static Optional<Integer> evseId(Request request) {
    return Optional.ofNullable(request.evse()).map(EvseType::id).filter(id -> id != 0);
  }

  /**
   * Only while the CSMS has not accepted the charger (F06.FR.17). It goes out by a wake-up, since
   * its answer matters.
   */
  private static Step<CsmsAnswer> boot(ChargerView view) {
    boolean known = view.state().boot().isPresent() || view.policy().assumedBoot().isPresent();
    if (view.state().registration().is(RegistrationStatus.ACCEPTED) || !known) {
      return Answer201.only(Answer201.status("Rejected"));
    }
    Change soon = new Change.WakeUp(BootNotification201.TRIGGERED, view.now().plusSeconds(1));
    return Step.Done.with(Answer201.status("Accepted"), List.of(soon));
  }

  private static Step<CsmsAnswer> heartbeat(ChargerView view) {
    return TriggerReply.ask(
        MessageTrigger.HEARTBEAT,
        Optional.empty(),
        List.of("Heartbeat"),
        view,
        TriggerReply.Substitute.IF_REFUSED,
        later -> TriggerReply.accepted(List.of(Message.once("Heartbeat", Json.object())), later));
  }

  private static Step<CsmsAnswer> status(EvseType evse, ChargerView view) {
    if (evse == null || evse.connectorId() == null) {
      // F06.FR.12
      return TriggerReply.rejected(
          Reason.INVALID_VALUE, "evse.id and evse.connectorId are needed for a StatusNotification");
    }
    return Evse.connector(evse.id(), evse.connectorId(), view)
        .map(connector -> status(connector, view))
        .orElseGet(() -> TriggerReply.rejected(Reason.UNKNOWN_EVSE, "no such connector"));
  }

  private static Step<CsmsAnswer> status(int connector, ChargerView view) {
    return TriggerReply.ask(
        MessageTrigger.STATUS_NOTIFICATION,
        Optional.of(connector),
        List.of(ConnectorStatuses.ACTION, StatusNotification201.trigger(connector)),
        view,
        TriggerReply.Substitute.IF_UNSUPPORTED,
        later ->
            ConnectorStatuses.known(connector, later)
                .map(word -> ConnectorStatuses.tell(connector, word, later.now(), later))
                .map(news -> TriggerReply.accepted(news.messages(), later))
                .orElseGet(
                    () -> TriggerReply.rejected(Reason.NOT_FOUND, "the charger never told it")));
  }
}
