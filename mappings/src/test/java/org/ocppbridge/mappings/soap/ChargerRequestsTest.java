package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocppbridge.mappings.SoapVersion.V16;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.wsdl.cs16.AuthorizeRequest;
import org.ocppbridge.wsdl.cs16.BootNotificationRequest;
import org.ocppbridge.wsdl.cs16.DataTransferRequest;
import org.ocppbridge.wsdl.cs16.DiagnosticsStatusNotificationRequest;
import org.ocppbridge.wsdl.cs16.FirmwareStatusNotificationRequest;
import org.ocppbridge.wsdl.cs16.MeterValuesRequest;
import org.ocppbridge.wsdl.cs16.StartTransactionRequest;
import org.ocppbridge.wsdl.cs16.StatusNotificationRequest;
import org.ocppbridge.wsdl.cs16.StopTransactionRequest;

/**
 * What is made of requests as the field sends them. The rules are the same in every version; shown
 * with 1.6.
 */
class ChargerRequestsTest {

  @Test
  void anEmptyIdTagStaysDifferentFromAMissingOne() {
    AuthorizeRequest request = new AuthorizeRequest();
    request.setIdTag(" ");
    assertThat(ChargerSays.request(V16, Authorize.FROM_CHARGER, request).message().idTag())
        .isEmpty();

    request.setIdTag(null);
    assertThatThrownBy(() -> ChargerSays.request(V16, Authorize.FROM_CHARGER, request))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessage("Authorize: idTag is missing");
  }

  @Test
  void aBootWithoutVendorIsStillABoot() {
    BootNotificationRequest request = new BootNotificationRequest();
    request.setChargePointVendor("");
    request.setChargePointModel(" M1 ");
    request.setIccid("");

    var read = ChargerSays.request(V16, BootNotification.FROM_CHARGER, request);

    assertThat(read.message().chargePointVendor()).isEqualTo("Unknown");
    assertThat(read.message().chargePointModel()).isEqualTo("M1");
    assertThat(read.message().iccid()).isNull();
    assertThat(read.lost())
        .containsExactly(
            "defaulted chargePointVendor: '' cannot be used; taken instead: 'Unknown'");
  }

  @Test
  void vendorDataIsNotTouched() {
    DataTransferRequest request = new DataTransferRequest();
    request.setVendorId(" V ");
    request.setMessageId("");
    request.setData(" {\n} ");
    assertThat(ChargerSays.request(V16, DataTransfer.FROM_CHARGER, request).message())
        .isEqualTo(new DataTransfer.Request("V", null, " {\n} "));

    request.setData("");
    assertThat(ChargerSays.request(V16, DataTransfer.FROM_CHARGER, request).message().data())
        .isEmpty();
  }

  @Test
  void aStartIsReadAsTheFieldWritesIt() {
    var read =
        ChargerSays.request(
            V16,
            StartTransaction.FROM_CHARGER,
            start("1.0", " TAG ", "2026-03-04 06:00:00", "1234,5"),
            ZoneId.of("Europe/Paris"));

    assertThat(read.message())
        .isEqualTo(
            new StartTransaction.Request(
                1, "TAG", Instant.parse("2026-03-04T05:00:00Z"), new BigDecimal("1234.5"), null));
    assertThat(read.losses()).isEmpty();
  }

  @Test
  void aStartOfWhichOneFieldIsThereIsNotRefused() {
    var read =
        ChargerSays.request(V16, StartTransaction.FROM_CHARGER, start(null, null, null, "12"));

    assertThat(read.message())
        .isEqualTo(
            new StartTransaction.Request(1, "", ChargerSays.RECEIVED, new BigDecimal("12"), null));
    assertThat(read.lost())
        .containsExactly(
            "defaulted idTag: missing; taken instead: an empty one",
            "defaulted connectorId: missing; taken instead: 1 (the first connector)",
            "defaulted timestamp: missing; taken instead: the time of receipt");
  }

  @Test
  void aStopOfWhichOneFieldIsThereIsNotRefused() {
    StopTransactionRequest stop = new StopTransactionRequest();
    stop.setIdTag("T");
    var read = ChargerSays.request(V16, StopTransaction.FROM_CHARGER, stop);

    assertThat(read.message().transactionId()).isEqualTo(-1);
    assertThat(read.message().meterStop()).isZero();
    assertThat(read.message().timestamp()).isEqualTo(ChargerSays.RECEIVED);
    assertThat(read.message().transactionData()).isEmpty();
    assertThat(read.losses())
        .extracting("field")
        .containsExactly("meterStop", "transactionId", "timestamp");
  }

  /** Made up out of nothing, it would be a transaction that never was. */
  @Test
  void aStartOrStopThatHoldsNothingIsRefusedWithWhatIsMissing() {
    assertThatThrownBy(
            () ->
                ChargerSays.request(
                    V16, StartTransaction.FROM_CHARGER, new StartTransactionRequest()))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessage(
            "StartTransaction: nothing is there: connectorId, idTag, timestamp and meterStart are missing");
    assertThatThrownBy(
            () ->
                ChargerSays.request(
                    V16, StopTransaction.FROM_CHARGER, new StopTransactionRequest()))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessageContaining("transactionId, timestamp and meterStop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-29T10:00:00Z",
        "1970-01-01T00:00:12Z",
        "0001-01-01T00:00:00",
        "yesterday"
      })
  void aTimeThatCannotBeIsThatOfReceipt(String time) {
    var read = ChargerSays.request(V16, StartTransaction.FROM_CHARGER, start("1", "T", time, "0"));
    assertThat(read.message().timestamp()).isEqualTo(ChargerSays.RECEIVED);
    assertThat(read.lost())
        .containsExactly(
            "defaulted timestamp: '"
                + time
                + "' cannot be used; taken instead: the time of receipt");
  }

  @Test
  void anUnreadableReservationIsLeftOut() {
    StartTransactionRequest request = start("1", "T", ChargerSays.RECEIVED_TEXT, "0");
    request.setReservationId("none");
    var read = ChargerSays.request(V16, StartTransaction.FROM_CHARGER, request);
    assertThat(read.message().reservationId()).isNull();
    assertThat(read.lost()).containsExactly("dropped reservationId: 'none' is no whole number");
  }

  @ParameterizedTest
  @CsvSource({"evdisconnected,EV_DISCONNECTED", "' Remote ',REMOTE", "Broken,OTHER"})
  void aStopReasonIsReadOrOther(String reason, StopReason read) {
    StopTransactionRequest request = new StopTransactionRequest();
    request.setReason(reason);
    assertThat(ChargerSays.request(V16, StopTransaction.FROM_CHARGER, request).message().reason())
        .isEqualTo(read);
  }

  @Test
  void anEmptyStopReasonIsAbsent() {
    StopTransactionRequest request = new StopTransactionRequest();
    request.setReason("");
    assertThat(ChargerSays.request(V16, StopTransaction.FROM_CHARGER, request).message().reason())
        .isNull();
  }

  @Test
  void meterValuesWithoutConnectorBelongToTheMainMeter() {
    MeterValuesRequest request = new MeterValuesRequest();
    request.setTransactionId("x");
    var read = ChargerSays.request(V16, MeterValues.FROM_CHARGER, request);
    assertThat(read.message().connectorId()).isZero();
    assertThat(read.message().transactionId()).isNull();
    assertThat(read.message().meterValue()).isEmpty();
    assertThat(read.losses()).extracting("field").containsExactly("connectorId", "transactionId");
  }

  @Test
  void aStatusOfAnotherVersionIsUnderstood() {
    var read =
        ChargerSays.request(
            V16, StatusNotification.FROM_CHARGER, status("1", " occupied ", "Mode3Error"));
    assertThat(read.message().status()).isEqualTo(ConnectorStatus.OCCUPIED);
    assertThat(read.message().errorCode()).isEqualTo(ErrorCode.MODE_3_ERROR);
    assertThat(read.message().timestamp()).isNull();
    assertThat(read.losses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sleeping,dropped status: 'Sleeping' is not known",
    "'',dropped status: missing: there is nothing to forward"
  })
  void anUnknownStatusIsNullAndNamed(String status, String loss) {
    var read =
        ChargerSays.request(V16, StatusNotification.FROM_CHARGER, status("1", status, "NoError"));
    assertThat(read.message().status()).isNull();
    assertThat(read.lost()).containsExactly(loss);
  }

  @Test
  void anUnknownErrorCodeMovesToTheVendorsCode() {
    var read =
        ChargerSays.request(V16, StatusNotification.FROM_CHARGER, status("1", "Faulted", " E-42 "));
    assertThat(read.message().errorCode()).isEqualTo(ErrorCode.OTHER_ERROR);
    assertThat(read.message().vendorErrorCode()).isEqualTo("E-42");
    assertThat(read.lost())
        .containsExactly("changed errorCode: ' E-42 ' is not known; read as OtherError");
  }

  @Test
  void theVendorsOwnCodeStaysWhereItIs() {
    StatusNotificationRequest request = status("1", "Faulted", "Error");
    request.setVendorErrorCode("0x17");
    var read = ChargerSays.request(V16, StatusNotification.FROM_CHARGER, request);
    assertThat(read.message().vendorErrorCode()).isEqualTo("0x17");
  }

  @ParameterizedTest
  @CsvSource({"Available,NO_ERROR", "Faulted,OTHER_ERROR"})
  void aMissingErrorCodeIsAnErrorOnlyWithAFault(String status, ErrorCode assumed) {
    var read = ChargerSays.request(V16, StatusNotification.FROM_CHARGER, status("0", status, null));
    assertThat(read.message().errorCode()).isEqualTo(assumed);
    assertThat(read.losses()).extracting("field").containsExactly("errorCode");
  }

  @Test
  void aStatusOfNoConnectorIsRefused() {
    assertThatThrownBy(
            () ->
                ChargerSays.request(
                    V16, StatusNotification.FROM_CHARGER, status("left", "Available", "NoError")))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessage("StatusNotification: connectorId is 'left', not a whole number");
    assertThatThrownBy(
            () ->
                ChargerSays.request(
                    V16, StatusNotification.FROM_CHARGER, status("-1", "Available", "NoError")))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessage("StatusNotification: connectorId is '-1', not a connector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "", "1.5", "two"})
  void aTransactionOfNoConnectorIsOnTheFirstOne(String connectorId) {
    StartTransactionRequest start = new StartTransactionRequest();
    start.setConnectorId(connectorId);
    var read = ChargerSays.request(V16, StartTransaction.FROM_CHARGER, start);
    assertThat(read.message().connectorId()).isEqualTo(1);
    assertThat(read.lost())
        .contains(
            "defaulted connectorId: '"
                + connectorId
                + "' cannot be used; taken instead: 1 (the first connector)");
  }

  @Test
  void unknownFirmwareAndDiagnosticsStatusesAreNull() {
    FirmwareStatusNotificationRequest firmware = new FirmwareStatusNotificationRequest();
    firmware.setStatus("Patched");
    assertThat(
            ChargerSays.request(V16, FirmwareStatusNotification.FROM_CHARGER, firmware)
                .message()
                .status())
        .isNull();
    DiagnosticsStatusNotificationRequest diagnostics = new DiagnosticsStatusNotificationRequest();
    assertThat(
            ChargerSays.request(V16, DiagnosticsStatusNotification.FROM_CHARGER, diagnostics)
                .message()
                .status())
        .isNull();
    diagnostics.setStatus("UPLOADED");
    assertThat(
            ChargerSays.request(V16, DiagnosticsStatusNotification.FROM_CHARGER, diagnostics)
                .message()
                .status())
        .isEqualTo(DiagnosticsStatus.UPLOADED);
  }

  @Test
  void aHostileTextIsQuotedShortAndWithoutControlCharacters() {
    var read =
        ChargerSays.request(
            V16,
            StatusNotification.FROM_CHARGER,
            status("1", "\u001b[31m" + "x".repeat(500), "NoError"));
    assertThat(read.losses().getFirst().reason()).startsWith("'?[31mxxx").hasSizeLessThan(100);
  }

  @Test
  void aMessageThatLosesEverythingDoesNotFillTheJournal() {
    MeterValuesRequest request = new MeterValuesRequest();
    request.setConnectorId("1");
    for (int i = 0; i < 500; i++) {
      request.getMeterValue().add(new org.ocppbridge.wsdl.cs16.MeterValue());
    }
    var read = ChargerSays.request(V16, MeterValues.FROM_CHARGER, request);
    assertThat(read.losses()).hasSize(Losses.LIST_MAX + 1);
    assertThat(read.losses().getLast().reason())
        .isEqualTo("400 more losses of this message are not listed");
  }

  private static StartTransactionRequest start(
      String connector, String idTag, String time, String meter) {
    StartTransactionRequest request = new StartTransactionRequest();
    request.setConnectorId(connector);
    request.setIdTag(idTag);
    request.setTimestamp(time);
    request.setMeterStart(meter);
    return request;
  }

  private static StatusNotificationRequest status(
      String connector, String status, String errorCode) {
    StatusNotificationRequest request = new StatusNotificationRequest();
    request.setConnectorId(connector);
    request.setStatus(status);
    request.setErrorCode(errorCode);
    return request;
  }
}
