package org.ocppbridge.mappings.json201.losses;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;

/** What a charger's requests have and 2.0.1 has not, and the other way round. */
public final class ChargerLosses {

  private ChargerLosses() {}

  /**
   * The step with what its message loses, and what the bridge made for it.
   *
   * @param request of the charger
   */
  public static <A> Step<A> named(Object request, Step<A> step) {
    List<Loss> losses =
        switch (request) {
          case BootNotification.Request boot -> of(boot, asked(step));
          case StartTransaction.Request start -> ofStart(step);
          case StatusNotification.Request status -> of(status);
          default -> List.of();
        };
    return Added.to(step, losses);
  }

  /** What the CSMS is asked with in this step. */
  private static Optional<ObjectNode> asked(Step<?> step) {
    return step instanceof Step.AskCsms<?> ask
        ? Optional.of(ask.message()).map(Message::payload)
        : Optional.empty();
  }

  private static List<Loss> of(BootNotification.Request boot, Optional<ObjectNode> payload) {
    List<Loss> losses = new ArrayList<>();
    if (payload.isEmpty()) {
      return losses;
    }
    String why = "a 2.0.1 BootNotification has no place for it";
    if (said(boot.chargeBoxSerialNumber()) && said(boot.chargePointSerialNumber())) {
      losses.add(
          Loss.dropped("chargeBoxSerialNumber", "there is one serialNumber: the charge point's"));
    }
    if (said(boot.meterType())) {
      losses.add(Loss.dropped("meterType", why));
    }
    if (said(boot.meterSerialNumber())) {
      losses.add(Loss.dropped("meterSerialNumber", why));
    }
    losses.add(made("reason", payload.get().path("reason").asText()));
    return losses;
  }

  private static List<Loss> ofStart(Step<?> step) {
    List<Loss> losses = new ArrayList<>();
    asked(step)
        .filter(event -> event.path("eventType").asText().equals("Started"))
        .ifPresent(
            event -> {
              losses.add(
                  Loss.synthesised("transactionId", "in 2.0.1 the station names it: the bridge"));
              losses.add(made("triggerReason", event.path("triggerReason").asText()));
              losses.add(
                  made("chargingState", event.at("/transactionInfo/chargingState").asText()));
            });
    if (step instanceof Step.AskCsms<?> ask) {
      ask.others().stream()
          .filter(other -> other.action().equals("StatusNotification"))
          .forEach(
              other ->
                  losses.add(
                      made(other.action(), other.payload().path("connectorStatus").asText())));
    }
    return losses;
  }

  private static boolean said(String text) {
    return text != null && !text.isBlank();
  }

  private static Loss made(String field, String value) {
    return Loss.synthesised(field, "told from what happened before: " + value);
  }

  private static List<Loss> of(StatusNotification.Request report) {
    List<Loss> losses = new ArrayList<>();
    if (report.connectorId() != null && report.connectorId() > 0 && report.status() != null) {
      switch (report.status()) {
        case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING ->
            losses.add(
                Loss.changed("status", "was " + report.status().wire() + ": Occupied in 2.0.1"));
        case AVAILABLE, OCCUPIED, RESERVED, UNAVAILABLE, FAULTED -> {}
      }
    }
    boolean trouble =
        report.status() == ConnectorStatus.FAULTED
            || report.vendorErrorCode() != null
            || report.errorCode() != null && report.errorCode() != ErrorCode.NO_ERROR;
    if (!trouble && report.info() != null) {
      losses.add(Loss.dropped("info", "2.0.1 has it with an event alone"));
    }
    return losses;
  }
}
