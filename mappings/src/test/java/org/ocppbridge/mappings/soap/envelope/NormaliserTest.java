package org.ocppbridge.mappings.soap.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.Loss;

class NormaliserTest {

  private static final EnvelopeReader READER = new EnvelopeReader(Limits.DEFAULT);
  private static final String CS15 = "urn://Ocpp/Cs/2012/06/";
  private static final String CS16 = "urn://Ocpp/Cs/2015/10/";

  private static Envelope read(String body) {
    String envelope =
        "<e:Envelope xmlns:e='" + Form.SOAP_12 + "'><e:Body>" + body + "</e:Body></e:Envelope>";
    return READER.readRequest(envelope.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static <T> T bind(Envelope envelope, Class<T> type) throws JAXBException {
    ElementStreamReader stream = new ElementStreamReader(envelope.payload().body());
    return JAXBContext.newInstance(type).createUnmarshaller().unmarshal(stream, type).getValue();
  }

  @Test
  void swappedMisnamedAndUnqualifiedElementsAreBoundAndVendorElementsAreNamedLosses()
      throws JAXBException {
    Envelope envelope =
        read(
            "<b:BOOTNotificationRequest xmlns:b='urn://Ocpp/Cs/2012/06'><chargepointmodel> M </chargepointmodel>"
                + "<b:vendorExtra x='1'>y</b:vendorExtra><chargePointVendor>V</chargePointVendor></b:BOOTNotificationRequest>");
    var request = bind(envelope, org.ocppbridge.wsdl.cs15.BootNotificationRequest.class);
    assertThat(request.getChargePointVendor()).isEqualTo("V");
    assertThat(request.getChargePointModel()).isEqualTo("M");
    assertThat(envelope.form().service()).contains("urn://Ocpp/Cs/2012/06");
    assertThat(envelope.losses())
        .filteredOn(loss -> loss.kind() == Loss.Kind.DROPPED)
        .extracting(Loss::field)
        .containsExactly("vendorExtra");
  }

  @Test
  void meterValuesOf16InA15MessageAreBound() throws JAXBException {
    Envelope envelope =
        read(
            "<meterValuesRequest xmlns='"
                + CS15
                + "'><connectorId>1</connectorId><meterValue><timestamp>t</timestamp>"
                + "<sampledValue><value>7</value><unit>Wh</unit></sampledValue><sampledValue><value>8</value><phase>L1</phase></sampledValue>"
                + "</meterValue></meterValuesRequest>");
    var value =
        bind(envelope, org.ocppbridge.wsdl.cs15.MeterValuesRequest.class).getValues().getFirst();
    assertThat(value.getTimestamp()).isEqualTo("t");
    assertThat(value.getValue()).extracting(v -> v.getValue()).containsExactly("7", "8");
    assertThat(value.getValue().getFirst().getUnit()).isEqualTo("Wh");
    assertThat(envelope.losses()).extracting(Loss::field).contains("values[0].value[1].phase");
  }

  @Test
  void meterValuesOf15InA16MessageAreBound() throws JAXBException {
    Envelope envelope =
        read(
            "<meterValuesRequest xmlns='"
                + CS16
                + "'><connectorId>1</connectorId><values><timestamp>t</timestamp>"
                + "<value unit='Wh' measurand='Voltage'>7</value></values></meterValuesRequest>");
    var sample =
        bind(envelope, org.ocppbridge.wsdl.cs16.MeterValuesRequest.class)
            .getMeterValue()
            .getFirst()
            .getSampledValue()
            .getFirst();
    assertThat(List.of(sample.getValue(), sample.getUnit(), sample.getMeasurand()))
        .containsExactly("7", "Wh", "Voltage");
  }

  @Test
  void transactionDataIsBoundWithAndWithoutTheLevelOf15() throws JAXBException {
    String start =
        "<transactionId>1</transactionId><timestamp>t</timestamp><meterStop>2</meterStop>";
    Envelope flatIn15 =
        read(
            "<stopTransactionRequest xmlns='"
                + CS15
                + "'>"
                + start
                + "<transactionData><timestamp>u</timestamp><sampledValue><value>9</value></sampledValue></transactionData></stopTransactionRequest>");
    var stop15 = bind(flatIn15, org.ocppbridge.wsdl.cs15.StopTransactionRequest.class);
    assertThat(
            stop15
                .getTransactionData()
                .getFirst()
                .getValues()
                .getFirst()
                .getValue()
                .getFirst()
                .getValue())
        .isEqualTo("9");
    Envelope nestedIn16 =
        read(
            "<stopTransactionRequest xmlns='"
                + CS16
                + "'>"
                + start
                + "<transactionData><values><timestamp>u</timestamp><value unit='Wh'>9</value></values>"
                + "<values><timestamp>v</timestamp><value>10</value></values></transactionData></stopTransactionRequest>");
    var stop16 = bind(nestedIn16, org.ocppbridge.wsdl.cs16.StopTransactionRequest.class);
    assertThat(stop16.getTransactionData())
        .extracting(v -> v.getTimestamp())
        .containsExactly("u", "v");
    assertThat(stop16.getTransactionData().getFirst().getSampledValue().getFirst().getUnit())
        .isEqualTo("Wh");
  }

  @Test
  void nilMeansAbsentAndASecondOfASingleElementIsANamedLoss() throws JAXBException {
    Envelope envelope =
        read(
            "<startTransactionRequest xmlns='"
                + CS16
                + "' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>"
                + "<idTag>A</idTag><idTag>B</idTag><reservationId i:nil='true'/></startTransactionRequest>");
    var start = bind(envelope, org.ocppbridge.wsdl.cs16.StartTransactionRequest.class);
    assertThat(start.getIdTag()).isEqualTo("A");
    assertThat(start.getReservationId()).isNull();
    assertThat(envelope.losses()).extracting(Loss::field).containsExactly("idTag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " x<a b=\"1&amp;2\">ä<c/>&lt;</a>\r\n y ",
        "<v:a xmlns:v='urn:v'><!-- c --><data>1</data></v:a>",
        "<a><![CDATA[<b>]]></a>\ud83d\udd0c<e></e>"
      })
  void elementsInTheTextOfDataTransferAreHandedOnAsWritten(String data) throws JAXBException {
    Envelope envelope =
        read(
            "<dataTransferRequest xmlns='"
                + CS16
                + "'><vendorId>V</vendorId><Data x='y' >"
                + data
                + "</Data></dataTransferRequest>");
    var transfer = bind(envelope, org.ocppbridge.wsdl.cs16.DataTransferRequest.class);
    assertThat(transfer.getData()).isEqualTo(data);
    assertThat(envelope.losses())
        .filteredOn(loss -> loss.reason().contains("XML elements instead of text"))
        .extracting(Loss::field)
        .containsExactly("data");
  }

  @Test
  void theTextOfDataTransferKeepsItsWhiteSpace() throws JAXBException {
    Envelope envelope =
        read(
            "<dataTransferRequest xmlns='"
                + CS16
                + "'><vendorId> v </vendorId><data> {\n} </data></dataTransferRequest>");
    var transfer = bind(envelope, org.ocppbridge.wsdl.cs16.DataTransferRequest.class);
    assertThat(transfer.getVendorId()).isEqualTo("v");
    assertThat(transfer.getData()).isEqualTo(" {\n} ");
  }

  @Test
  void everyMessageOfEveryContractIsKnown() {
    int messages = 0;
    for (var side : Contract.Side.values()) {
      for (var version : org.ocppbridge.mappings.SoapVersion.values()) {
        messages += Contract.of(version, side).messages().size();
      }
    }
    assertThat(messages).isEqualTo(2 * 72);
  }
}
