package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.answer;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Policy201;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Stations;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.play.Play;

/** What the settings say of a charger that cannot say it itself. */
class HardwareTest {

  private static Play with(SoapVersion version, Policy201.Hardware hardware) {
    Play play = Stations.accepted(version);
    Policy p = Policy.DEFAULT;
    Policy201 usual = p.ocpp201();
    play.policy =
        new Policy(
            p.timezone(),
            p.authorizeUnknown(),
            p.startUnknown(),
            p.heartbeatMin(),
            p.heartbeatMax(),
            p.waits(),
            p.tokenLifetime(),
            p.assumedBoot(),
            p.link(),
            p.spellCelcius(),
            p.acceptUnverifiedSigned(),
            new Policy201(
                usual.topology(),
                usual.tokenType(),
                usual.gatePending(),
                usual.staleAfter(),
                usual.sampleAge(),
                hardware));
    return play;
  }

  private static Policy201.Hardware types(String... types) {
    return new Policy201.Hardware(List.of(types), 50_000, 3, List.of("FTP"), Optional.empty());
  }

  private static String reserve(String type) {
    return "{\"id\":5,\"expiryDateTime\":\"2026-03-01T13:00:00Z\",\"connectorType\":\"%s\","
            .formatted(type)
        + "\"idToken\":{\"idToken\":\"A\",\"type\":\"Central\"}}";
  }

  @Test
  void aReservationByConnectorTypeGetsAFreeConnectorOfThatType() {
    Play play = with(SoapVersion.V15, types("cType2", "cCCS2"));
    play.charger(ReserveNow.FROM_CSMS, new ReserveNow.Answer(ReservationStatus.ACCEPTED));
    assertThat(answer(play, "ReserveNow", reserve("sType3")))
        .isEqualTo("Rejected UnknownConnectorType");
    Stations.reports(play, 1, ConnectorStatus.OCCUPIED, "Occupied");
    assertThat(answer(play, "ReserveNow", reserve("cType2"))).isEqualTo("Occupied");
    assertThat(play.asked).isEmpty();
    assertThat(answer(play, "ReserveNow", reserve("cCCS2"))).isEqualTo("Accepted");
    assertThat(((ReserveNow.Request) play.asked.getFirst().request()).connectorId()).isEqualTo(2);
  }

  @Test
  void filesAreWhereTheSettingsSayTheChargerCanLoadThem() {
    String http =
        "{\"log\":{\"remoteLocation\":\"http://h/\"},\"logType\":\"DiagnosticsLog\",\"requestId\":1}";
    Play play = with(SoapVersion.V15, types());
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer("f"));
    assertThat(answer(play, "GetLog", http)).isEqualTo("Rejected UnsupportedParam");
    play =
        with(
            SoapVersion.V15,
            new Policy201.Hardware(List.of(), 22_000, 3, List.of("HTTP"), Optional.empty()));
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer("f"));
    assertThat(answer(play, "GetLog", http)).isEqualTo("Accepted");
  }

  @Test
  void theResetAtOnceIsTheOneOfTheSettings() {
    Play play =
        with(
            SoapVersion.V15,
            new Policy201.Hardware(
                List.of(), 22_000, 3, List.of("FTP"), Optional.of(ResetType.SOFT)));
    play.charger(Reset.FROM_CSMS, new Reset.Answer(ResetStatus.ACCEPTED));
    assertThat(answer(play, "Reset", "{\"type\":\"Immediate\"}")).isEqualTo("Accepted");
    assertThat(play.asked.getFirst().request()).isEqualTo(new Reset.Request(ResetType.SOFT));
  }
}
