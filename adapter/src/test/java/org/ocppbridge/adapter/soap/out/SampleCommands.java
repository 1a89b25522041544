package org.ocppbridge.adapter.soap.out;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationData;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.AvailabilityType;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.ChargingProfileKind;
import org.ocppbridge.mappings.model.ChargingProfilePurpose;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.MessageTrigger;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.RecurrencyKind;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.mappings.model.UpdateType;

/** One request of each command, with every field set, and what a charger answers to it. */
final class SampleCommands {

  private static final Instant WHEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final String ACCEPTED = "<status>Accepted</status>";

  private static final ChargingProfile PROFILE =
      new ChargingProfile(
          7,
          11,
          1,
          ChargingProfilePurpose.TX_PROFILE,
          ChargingProfileKind.ABSOLUTE,
          RecurrencyKind.DAILY,
          WHEN,
          WHEN.plusSeconds(3600),
          new ChargingSchedule(
              3600,
              WHEN,
              ChargingRateUnit.AMPERE,
              List.of(new ChargingSchedulePeriod(0, new BigDecimal("16.5"), 3)),
              new BigDecimal("6.0")));

  private static final Map<Operation<?, ?>, Object> REQUESTS =
      Map.ofEntries(
          entry(CancelReservation.FROM_CSMS, new CancelReservation.Request(5)),
          entry(
              ChangeAvailability.FROM_CSMS,
              new ChangeAvailability.Request(1, AvailabilityType.INOPERATIVE)),
          entry(
              ChangeConfiguration.FROM_CSMS, new ChangeConfiguration.Request("A<&>\"key", "välue")),
          entry(ClearCache.FROM_CSMS, new ClearCache.Request()),
          entry(
              ClearChargingProfile.FROM_CSMS,
              new ClearChargingProfile.Request(7, 1, ChargingProfilePurpose.TX_PROFILE, 0)),
          entry(DataTransfer.FROM_CSMS, new DataTransfer.Request("vendor", "message", "<data/>")),
          entry(
              GetCompositeSchedule.FROM_CSMS,
              new GetCompositeSchedule.Request(1, 60, ChargingRateUnit.WATT)),
          entry(GetConfiguration.FROM_CSMS, new GetConfiguration.Request(List.of("one", "two"))),
          entry(
              GetDiagnostics.FROM_CSMS,
              new GetDiagnostics.Request("ftp://u:p@h/d", WHEN, WHEN.plusSeconds(60), 3, 10)),
          entry(GetLocalListVersion.FROM_CSMS, new GetLocalListVersion.Request()),
          entry(
              RemoteStartTransaction.FROM_CSMS,
              new RemoteStartTransaction.Request(1, "TAG", PROFILE)),
          entry(RemoteStopTransaction.FROM_CSMS, new RemoteStopTransaction.Request(11)),
          entry(ReserveNow.FROM_CSMS, new ReserveNow.Request(1, WHEN, "TAG", "PARENT", 5)),
          entry(Reset.FROM_CSMS, new Reset.Request(ResetType.HARD)),
          entry(
              SendLocalList.FROM_CSMS,
              new SendLocalList.Request(
                  2,
                  List.of(
                      new AuthorizationData(
                          "TAG", new IdTagInfo(AuthorizationStatus.ACCEPTED, WHEN, "PARENT")),
                      new AuthorizationData("GONE", null)),
                  UpdateType.DIFFERENTIAL)),
          entry(SetChargingProfile.FROM_CSMS, new SetChargingProfile.Request(1, PROFILE)),
          entry(TriggerMessage.FROM_CSMS, new TriggerMessage.Request(MessageTrigger.HEARTBEAT, 1)),
          entry(UnlockConnector.FROM_CSMS, new UnlockConnector.Request(1)),
          entry(UpdateFirmware.FROM_CSMS, new UpdateFirmware.Request("http://h/f", 3, WHEN, 10)));

  /** Answers that are more than an accepted status. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "GetDiagnostics", "<fileName>d.zip</fileName>",
          "GetLocalListVersion", "<listVersion>4</listVersion>",
          "GetConfiguration",
              "<configurationKey><key>one</key><readonly>true</readonly><value>1</value></configurationKey>"
                  + "<unknownKey>two</unknownKey>",
          "UpdateFirmware", "");

  private SampleCommands() {}

  @SuppressWarnings("unchecked") // each request stands beside its operation
  static <Q> Q request(Operation<Q, ?> operation) {
    return (Q) REQUESTS.get(operation);
  }

  /** What stands in the answer's element, for the default namespace. */
  static String answer(SoapVersion version, Operation<?, ?> operation) {
    if (operation.equals(UnlockConnector.FROM_CSMS) && version == SoapVersion.V16) {
      return "<status>Unlocked</status>";
    }
    return ANSWERS.getOrDefault(operation.name(), ACCEPTED);
  }

  /** A charger's whole answer. */
  static String envelope(SoapVersion version, Operation<?, ?> operation) {
    return envelope(version, operation, answer(version, operation));
  }

  static String envelope(SoapVersion version, Operation<?, ?> operation, String inside) {
    String name =
        operation.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
            + operation.name().substring(1)
            + "Response";
    return body(
        "<%1$s xmlns=\"%2$s\">%3$s</%1$s>".formatted(name, version.chargePointNamespace(), inside));
  }

  static String body(String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">"
        + "<s:Body>"
        + inside
        + "</s:Body></s:Envelope>";
  }

  static String fault(String code, String subcode, String reason) {
    return body(
        "<s:Fault><s:Code><s:Value>s:%s</s:Value><s:Subcode><s:Value xmlns:o=\"urn://Ocpp/Cp/2015/10/\">o:%s</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en\">%s</s:Text></s:Reason></s:Fault>"
            .formatted(code, subcode, reason));
  }
}
