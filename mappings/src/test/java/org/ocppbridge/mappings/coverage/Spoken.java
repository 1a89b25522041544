package org.ocppbridge.mappings.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** A charger's day, and which messages the CSMS got for each operation it asked. */
final class Spoken {
  private final Station station;
  private final Play play;
  private final Map<String, Set<String>> heard = new TreeMap<>();

  private Spoken(SoapVersion version) {
    station = new Station(version);
    play = station.play;
  }

  /** The 2.0.1 messages by the operation of a charger of a version. */
  static Map<String, Set<String>> by(SoapVersion version) {
    Spoken spoken = new Spoken(version);
    spoken.charging(version);
    spoken.statuses();
    spoken.jobs();
    if (version != SoapVersion.V12) {
      spoken.asks(DataTransfer.FROM_CHARGER, new DataTransfer.Request("vendor", null, "data"));
    }
    return spoken.heard;
  }

  private <Q, A> void asks(Operation<Q, A> operation, Q request) {
    int before = play.sent.size();
    play.ask(operation, request);
    heard.computeIfAbsent(operation.name(), name -> new TreeSet<>()).addAll(station.said(before));
  }

  private void charging(SoapVersion version) {
    int running = play.state.transactions().open().findFirst().orElseThrow().id();
    asks(MeterValues.FROM_CHARGER, Say.meter(1, running, play.now, "110"));
    asks(
        StatusNotification.FROM_CHARGER,
        Say.status(
            1,
            version == SoapVersion.V16 ? ConnectorStatus.SUSPENDED_EV : ConnectorStatus.OCCUPIED));
    asks(StopTransaction.FROM_CHARGER, Say.stop(running, "TAG-1", play.now, "120"));
    asks(MeterValues.FROM_CHARGER, Say.meter(1, null, play.now, "120"));
    asks(Authorize.FROM_CHARGER, Say.authorize("TAG-3"));
    asks(StartTransaction.FROM_CHARGER, Say.start(2, "TAG-3", play.now, "5"));
    asks(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
  }

  private void statuses() {
    for (int connector : List.of(0, 3)) {
      asks(
          StatusNotification.FROM_CHARGER,
          Say.status(connector, ConnectorStatus.FAULTED, ErrorCode.GROUND_FAILURE));
    }
  }

  private void jobs() {
    station.ask("GetLog", payload("GetLog"));
    asks(
        DiagnosticsStatusNotification.FROM_CHARGER,
        new DiagnosticsStatusNotification.Request(DiagnosticsStatus.UPLOADED));
    station.ask("UpdateFirmware", payload("UpdateFirmware"));
    asks(
        FirmwareStatusNotification.FROM_CHARGER,
        new FirmwareStatusNotification.Request(FirmwareStatus.INSTALLED));
    asks(BootNotification.FROM_CHARGER, Say.boot("Model"));
  }

  private static String payload(String action) {
    return Command.all().stream()
        .filter(command -> command.action().equals(action))
        .findFirst()
        .orElseThrow()
        .payload();
  }
}
