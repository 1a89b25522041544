package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DataTransferStatus;
import org.ocppbridge.mappings.play.Play;

/** DataTransfer both ways. */
class DataTransferTest {

  private static ObjectNode call(Play play, String json) {
    return ((CsmsAnswer.Result) play.call("DataTransfer", json)).payload();
  }

  @ParameterizedTest
  @EnumSource(
      value = SoapVersion.class,
      names = {"V15", "V16"})
  void aChargersDataGoesAsAText(SoapVersion version) {
    Play play = accepted(version);
    play.csms("DataTransfer", "{\"status\":\"Accepted\",\"data\":{\"a\":[1]}}");
    DataTransfer.Answer answer =
        play.ask(DataTransfer.FROM_CHARGER, new DataTransfer.Request("V", "M", "<x/>"));
    assertThat(play.last("DataTransfer"))
        .isEqualTo(Play.object("{\"vendorId\":\"V\",\"messageId\":\"M\",\"data\":\"<x/>\"}"));
    assertThat(answer.data()).isEqualTo("{\"a\":[1]}");
  }

  @ParameterizedTest
  @EnumSource(DataTransferStatus.class)
  void everyStatusOfTheCsmsIsTheChargers(DataTransferStatus status) {
    Play play = accepted(SoapVersion.V16);
    play.csms("DataTransfer", "{\"status\":\"" + status.wire() + "\"}");
    assertThat(
            play.ask(DataTransfer.FROM_CHARGER, new DataTransfer.Request("V", null, null)).status())
        .isEqualTo(status);
  }

  @Test
  void idsThatAreTooLongAreRefusedNotCut() {
    Play play = accepted(SoapVersion.V15);
    assertThat(
            play.ask(
                    DataTransfer.FROM_CHARGER,
                    new DataTransfer.Request("V".repeat(256), null, null))
                .status())
        .isEqualTo(DataTransferStatus.UNKNOWN_VENDOR_ID);
    assertThat(
            play.ask(DataTransfer.FROM_CHARGER, new DataTransfer.Request("V", "M".repeat(51), null))
                .status())
        .isEqualTo(DataTransferStatus.UNKNOWN_MESSAGE_ID);
    assertThat(play.sent).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"text\" | text", "{\"a\":1} | {\"a\":1}", "[1,2] | [1,2]", "true | true", "5 | 5"})
  void theDataOfTheCsmsGoesAsAText(String data, String wanted) {
    Play play = accepted(SoapVersion.V16);
    play.charger(
        DataTransfer.FROM_CSMS, new DataTransfer.Answer(DataTransferStatus.ACCEPTED, "back"));
    ObjectNode answer = call(play, "{\"vendorId\":\"V\",\"data\":" + data + "}");
    assertThat(((DataTransfer.Request) play.asked.getFirst().request()).data()).isEqualTo(wanted);
    assertThat(answer).isEqualTo(Play.object("{\"status\":\"Accepted\",\"data\":\"back\"}"));
  }

  @ParameterizedTest
  @EnumSource(DataTransferStatus.class)
  void everyStatusOfTheChargerIsTheCsmss(DataTransferStatus status) {
    Play play = accepted(SoapVersion.V15);
    play.charger(DataTransfer.FROM_CSMS, new DataTransfer.Answer(status, null));
    assertThat(call(play, "{\"vendorId\":\"V\"}").path("status").asText()).isEqualTo(status.wire());
  }

  @Test
  void a12ChargerKnowsNoVendorAndASilentOneRejects() {
    assertThat(accepted(SoapVersion.V12).status("DataTransfer", "{\"vendorId\":\"V\"}"))
        .isEqualTo("UnknownVendorId");
    Play play = accepted(SoapVersion.V16);
    play.chargerFails(DataTransfer.FROM_CSMS, Why.SILENT);
    assertThat(play.status("DataTransfer", "{\"vendorId\":\"V\"}")).isEqualTo("Rejected");
  }
}
