package org.ocppbridge.adapter.simulate;

import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.mappings.SoapVersion;

/** Diagnostics, firmware and messages on demand. */
final class MaintenanceCommands {
  private static final String FILE_NAME = "diagnostics.log";

  private final SimulatedCharger charger;
  private final Station station;
  private final Answers answers;
  private final Map<String, Trigger> triggers;

  /** A message on demand. */
  private interface Trigger {
    void send(List<Integer> connectors) throws CallFailed;
  }

  MaintenanceCommands(SimulatedCharger charger, Answers answers) {
    this.charger = charger;
    this.station = charger.station();
    this.answers = answers;
    this.triggers =
        Map.of(
            "BootNotification", connectors -> charger.boot(),
            "Heartbeat", connectors -> charger.heartbeat(),
            "DiagnosticsStatusNotification",
                connectors -> charger.diagnosticsStatus(station.with(all -> all.diagnosticsStatus)),
            "FirmwareStatusNotification",
                connectors -> charger.firmwareStatus(station.with(all -> all.firmwareStatus)),
            "StatusNotification", this::sendStatus,
            "MeterValues", this::sendMeterValues);
  }

  private void sendStatus(List<Integer> connectors) throws CallFailed {
    for (int number : connectors) {
      charger.status(number, station.with(all -> all.connector(number).orElseThrow().state()));
    }
  }

  private void sendMeterValues(List<Integer> connectors) throws CallFailed {
    for (int number : connectors) {
      charger.meterValues(number, "Trigger");
    }
  }

  Outcome getDiagnostics(Xml request) {
    return new Outcome(
        answers.to("GetDiagnostics").with("fileName", FILE_NAME).build(),
        () -> {
          if (charger.version() == SoapVersion.V16) {
            charger.diagnosticsStatus("Uploading");
          }
          charger.diagnosticsStatus("Uploaded");
          station.with(all -> all.diagnosticsStatus = "Idle");
        });
  }

  Outcome updateFirmware(Xml request) {
    List<String> statuses = firmwareStatuses(charger.version());
    return new Outcome(
        answers.to("UpdateFirmware").build(),
        () -> {
          for (String status : statuses) {
            charger.firmwareStatus(status);
          }
          station.with(all -> all.firmwareStatus = "Idle");
        });
  }

  /** What a charger of that version reports of an update that goes well. */
  static List<String> firmwareStatuses(SoapVersion version) {
    return version == SoapVersion.V16
        ? List.of("Downloading", "Downloaded", "Installing", "Installed")
        : List.of("Downloaded", "Installed");
  }

  Outcome triggerMessage(Xml request) {
    int number = request.number("connectorId", 0);
    Trigger trigger = triggers.get(request.value("requestedMessage"));
    List<Integer> connectors =
        station.connectors.stream()
            .map(Connector::number)
            .filter(each -> number == 0 || each == number)
            .toList();
    boolean possible = trigger != null && !connectors.isEmpty();
    Xml answer = answers.accepted("TriggerMessage", possible);
    return possible ? new Outcome(answer, () -> trigger.send(connectors)) : Outcome.of(answer);
  }
}
