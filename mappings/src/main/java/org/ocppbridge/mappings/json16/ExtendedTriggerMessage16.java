package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.MessageTrigger;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.WireName;

/**
 * ExtendedTriggerMessage (security extension): as TriggerMessage; the messages of the extension
 * itself come from the bridge.
 */
final class ExtendedTriggerMessage16 {

  /** What can be triggered. */
  enum Trigger implements WireName {
    BOOT_NOTIFICATION("BootNotification"),
    LOG_STATUS_NOTIFICATION("LogStatusNotification"),
    FIRMWARE_STATUS_NOTIFICATION("FirmwareStatusNotification"),
    HEARTBEAT("Heartbeat"),
    METER_VALUES("MeterValues"),
    SIGN_CHARGE_POINT_CERTIFICATE("SignChargePointCertificate"),
    STATUS_NOTIFICATION("StatusNotification");

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

  record Request(@JsonProperty(required = true) Trigger requestedMessage, Integer connectorId) {}

  private ExtendedTriggerMessage16() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    return switch (request.requestedMessage()) {
      case BOOT_NOTIFICATION -> plain(MessageTrigger.BOOT_NOTIFICATION, request, view);
      case HEARTBEAT -> plain(MessageTrigger.HEARTBEAT, request, view);
      case METER_VALUES -> plain(MessageTrigger.METER_VALUES, request, view);
      case STATUS_NOTIFICATION -> plain(MessageTrigger.STATUS_NOTIFICATION, request, view);
      case LOG_STATUS_NOTIFICATION -> made(logStatus(view), view);
      case FIRMWARE_STATUS_NOTIFICATION -> made(firmwareStatus(view), view);
      case SIGN_CHARGE_POINT_CERTIFICATE ->
          TriggerMessage16.answer(Security16.sign(view), List.of());
    };
  }

  private static Step<CsmsAnswer> plain(MessageTrigger trigger, Request r, ChargerView view) {
    return TriggerMessage16.step(new TriggerMessage.Request(trigger, r.connectorId()), view);
  }

  private static Step<CsmsAnswer> made(Message message, ChargerView view) {
    return TriggerMessage16.answer(Triggered16.sent(List.of(message), view), List.of());
  }

  private static Message logStatus(ChargerView view) {
    Optional<Message> uploading = Security16.uploading(view);
    if (uploading.isPresent()) {
      return uploading.get();
    }
    Optional<Integer> requestId = view.state().jobs().log().flatMap(Jobs.Log::requestId);
    return DiagnosticsStatusNotification16.logStatus(Triggered16.diagnostics(view), requestId);
  }

  private static Message firmwareStatus(ChargerView view) {
    Optional<Integer> requestId = view.state().jobs().firmware().flatMap(Jobs.Firmware::requestId);
    return FirmwareStatusNotification16.signed(Triggered16.firmware(view), requestId);
  }
}
