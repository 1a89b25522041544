package org.ocppbridge.adapter.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.adapter.witness.XmlCheck;
import org.ocppbridge.mappings.SoapVersion;

/** Writes what a charger asks, in the words and the order of its version. */
final class Messages {
  private final SoapVersion version;
  private final String namespace;

  Messages(SoapVersion version) {
    this.version = version;
    this.namespace = version.centralSystemNamespace();
  }

  /** A reading: the register in Wh, and what it goes with. */
  record Reading(Instant at, int energy, String context) {}

  private Payload request(String operation) {
    return Payload.of(namespace, XmlCheck.elementName(operation, "Request"));
  }

  Xml boot(String serial) {
    return request("BootNotification")
        .with("chargePointVendor", "OCPP Bridge")
        .with("chargePointModel", "Simulator " + version)
        .with("chargePointSerialNumber", cut(serial, 25))
        .with("chargeBoxSerialNumber", "BOX-1")
        .with("firmwareVersion", "1.0.0")
        .with("iccid", "8931000000000000000")
        .with("imsi", "204040000000000")
        .with("meterType", "Simulated meter")
        .with("meterSerialNumber", "METER-1")
        .build();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(text.length() - most);
  }

  Xml heartbeat() {
    return request("Heartbeat").build();
  }

  Xml authorize(String tag) {
    return request("Authorize").with("idTag", tag).build();
  }

  Xml status(int connector, ConnectorState state, String errorCode, Instant at) {
    Payload status =
        request("StatusNotification")
            .with("connectorId", connector)
            .with("status", state.wire(version))
            .with("errorCode", errorCode);
    return version == SoapVersion.V12 ? status.build() : status.with("timestamp", at).build();
  }

  Xml start(int connector, String tag, Instant at, int meter, OptionalInt reservation) {
    Payload start =
        request("StartTransaction")
            .with("connectorId", connector)
            .with("idTag", tag)
            .with("timestamp", at)
            .with("meterStart", meter);
    if (version != SoapVersion.V12 && reservation.isPresent()) {
      start.with("reservationId", reservation.getAsInt());
    }
    return start.build();
  }

  /**
   * @param reason only 1.6 can say it
   */
  Xml stop(
      int transaction,
      Optional<String> tag,
      Instant at,
      int meter,
      String reason,
      List<Reading> readings) {
    Payload stop =
        request("StopTransaction")
            .with("transactionId", transaction)
            .with("idTag", tag)
            .with("timestamp", at)
            .with("meterStop", meter);
    switch (version) {
      case V12 -> {}
      case V15 -> {
        if (!readings.isEmpty()) {
          stop.add(
              stop.sibling("transactionData").addAll(readings(stop, "values", readings)).build());
        }
      }
      case V16 -> stop.with("reason", reason).addAll(readings(stop, "transactionData", readings));
    }
    return stop.build();
  }

  Xml meterValues(int connector, OptionalInt transaction, List<Reading> readings) {
    Payload values = request("MeterValues").with("connectorId", connector);
    if (version != SoapVersion.V12 && transaction.isPresent()) {
      values.with("transactionId", transaction.getAsInt());
    }
    return values
        .addAll(readings(values, version == SoapVersion.V16 ? "meterValue" : "values", readings))
        .build();
  }

  private List<Xml> readings(Payload parent, String name, List<Reading> readings) {
    List<Xml> written = new ArrayList<>();
    for (Reading reading : readings) {
      Payload value = parent.sibling(name).with("timestamp", reading.at());
      if (version == SoapVersion.V12) {
        value.with("value", reading.energy());
      } else {
        samples(reading).forEach(sample -> value.add(sample.write(parent, version)));
      }
      written.add(value.build());
    }
    return written;
  }

  private List<Sample> samples(Reading reading) {
    boolean sixteen = version == SoapVersion.V16;
    List<Sample> samples = new ArrayList<>();
    samples.add(
        new Sample(
            Integer.toString(reading.energy()),
            reading.context(),
            "Energy.Active.Import.Register",
            "",
            "Outlet",
            "Wh"));
    samples.add(new Sample("7.36", reading.context(), "Power.Active.Import", "", "Outlet", "kW"));
    samples.add(
        new Sample(
            "31.9",
            reading.context(),
            "Current.Import",
            sixteen ? "L1" : "",
            "Outlet",
            sixteen ? "A" : "Amp"));
    samples.add(
        new Sample(
            "230.4",
            reading.context(),
            "Voltage",
            sixteen ? "L1-N" : "",
            "Outlet",
            sixteen ? "V" : "Volt"));
    if (sixteen) {
      samples.add(new Sample("54", reading.context(), "SoC", "", "EV", "Percent"));
    }
    return samples;
  }

  private record Sample(
      String value, String context, String measurand, String phase, String location, String unit) {
    Xml write(Payload parent, SoapVersion version) {
      if (version == SoapVersion.V15) {
        return parent
            .sibling("value")
            .attribute("context", context)
            .attribute("format", "Raw")
            .attribute("measurand", measurand)
            .attribute("location", location)
            .attribute("unit", unit)
            .text(value)
            .build();
      }
      Payload sample =
          parent
              .sibling("sampledValue")
              .with("value", value)
              .with("context", context)
              .with("format", "Raw")
              .with("measurand", measurand);
      if (!phase.isEmpty()) {
        sample.with("phase", phase);
      }
      return sample.with("location", location).with("unit", unit).build();
    }
  }

  Xml firmwareStatus(String status) {
    return request("FirmwareStatusNotification").with("status", status).build();
  }

  Xml diagnosticsStatus(String status) {
    return request("DiagnosticsStatusNotification").with("status", status).build();
  }

  Xml dataTransfer(String vendor, String messageId, String data) {
    return request("DataTransfer")
        .with("vendorId", vendor)
        .with("messageId", messageId)
        .with("data", data)
        .build();
  }
}
