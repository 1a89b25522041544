package org.ocppbridge.wsdl;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.ocppbridge.wsdl.cs15.BootNotificationResponse;
import org.ocppbridge.wsdl.cs15.MeterValue;
import org.ocppbridge.wsdl.cs15.ObjectFactory;
import org.ocppbridge.wsdl.cs15.StatusNotificationRequest;
import org.ocppbridge.wsdl.cs15.StopTransactionRequest;

/** What stands on the wire is in the generated types, letter by letter. */
class LexicalBindingTest {

  @Test
  void sloppyValuesArriveAsTheyWereWritten() throws JAXBException {
    StopTransactionRequest request =
        read(
            StopTransactionRequest.class,
            """
            <transactionId>1.0</transactionId><timestamp>2022-02-29 10:00</timestamp>
            <meterStop>12,5</meterStop>
            <transactionData><values><timestamp/>
              <value unit=" amp " measurand="Nonsense">16</value></values></transactionData>
            """);

    assertThat(request.getTransactionId()).isEqualTo("1.0");
    assertThat(request.getTimestamp()).isEqualTo("2022-02-29 10:00");
    assertThat(request.getMeterStop()).isEqualTo("12,5");
    MeterValue value = request.getTransactionData().getFirst().getValues().getFirst();
    assertThat(value.getTimestamp()).isEmpty();
    assertThat(value.getValue().getFirst().getUnit()).isEqualTo(" amp ");
    assertThat(value.getValue().getFirst().getMeasurand()).isEqualTo("Nonsense");
  }

  @Test
  void emptyAndMissingElementsAreTwoThings() throws JAXBException {
    StatusNotificationRequest request =
        read(
            StatusNotificationRequest.class,
            "<connectorId></connectorId><status> Charging </status>");

    assertThat(request.getConnectorId()).isEmpty();
    assertThat(request.getStatus()).isEqualTo(" Charging ");
    assertThat(request.getErrorCode()).isNull();
  }

  @Test
  void nilEntriesOfAListAreNullsWhichReadersMustExpect() throws JAXBException {
    StopTransactionRequest request =
        read(
            StopTransactionRequest.class,
            """
            <transactionData xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>
            """);

    assertThat(request.getTransactionData()).containsOnlyNulls();
  }

  @Test
  void answersAreWrittenInTheOrderOfTheContract() throws JAXBException {
    BootNotificationResponse answer = new BootNotificationResponse();
    answer.setHeartbeatInterval("300");
    answer.setCurrentTime("2026-03-04T05:06:07Z");
    answer.setStatus("Accepted");

    StringWriter out = new StringWriter();
    context()
        .createMarshaller()
        .marshal(new ObjectFactory().createBootNotificationResponse(answer), out);

    assertThat(out.toString())
        .containsSubsequence(
            "bootNotificationResponse xmlns=\"urn://Ocpp/Cs/2012/06/\"",
            "<status>Accepted</status>",
            "<currentTime>2026-03-04T05:06:07Z</currentTime>",
            "<heartbeatInterval>300</heartbeatInterval>");
  }

  private static <T> T read(Class<T> type, String content) throws JAXBException {
    String xml = "<m xmlns=\"urn://Ocpp/Cs/2012/06/\">" + content + "</m>";
    JAXBElement<T> element =
        context().createUnmarshaller().unmarshal(new StreamSource(new StringReader(xml)), type);
    return element.getValue();
  }

  private static JAXBContext context() throws JAXBException {
    return JAXBContext.newInstance(ObjectFactory.class);
  }
}
