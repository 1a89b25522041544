package org.ocppbridge.adapter.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.adapter.witness.XmlCheck;
import org.ocppbridge.mappings.SoapVersion;

/** Commands over HTTP to a simulated charger's own endpoint. */
class SimulatedEndpointTest {
  private static final String TIME = "2030-01-01T00:00:00Z";
  private static final String PROFILE =
      "<o:chargingProfileId>1</o:chargingProfileId><o:stackLevel>0</o:stackLevel>"
          + "<o:chargingProfilePurpose>TxDefaultProfile</o:chargingProfilePurpose><o:chargingProfileKind>Relative</o:chargingProfileKind>"
          + "<o:chargingSchedule><o:chargingRateUnit>A</o:chargingRateUnit><o:chargingSchedulePeriod><o:startPeriod>0</o:startPeriod>"
          + "<o:limit>16.0</o:limit></o:chargingSchedulePeriod></o:chargingSchedule>";

  private final StubCentralSystem stub = new StubCentralSystem();
  private ChargerSimulator simulator;

  @AfterEach
  void close() {
    simulator.close();
    stub.close();
  }

  private void open(SoapVersion version) {
    simulator =
        ChargerSimulator.open(SimulateOptions.of(version, "CP-1", stub.url()), Exchanges.IGNORED);
  }

  /**
   * Bodies that every version that has the operation accepts; the order of the wire differs for a
   * few.
   */
  private static Map<String, String> bodies(SoapVersion version) {
    boolean sixteen = version == SoapVersion.V16;
    String tag = field("idTag", "TAG-1");
    String connector = field("connectorId", "1");
    Map<String, String> bodies = new TreeMap<>();
    bodies.put("CancelReservation", field("reservationId", "5"));
    bodies.put("ChangeAvailability", connector + field("type", "Inoperative"));
    bodies.put("ChangeConfiguration", field("key", "ConnectionTimeOut") + field("value", "30"));
    bodies.put("ClearCache", "");
    bodies.put("ClearChargingProfile", field("id", "1"));
    bodies.put(
        "DataTransfer",
        field("vendorId", "v")
            + field("data", "x & y < z".replace("&", "&amp;").replace("<", "&lt;")));
    bodies.put("GetCompositeSchedule", connector + field("duration", "60"));
    bodies.put("GetConfiguration", field("key", "ConnectionTimeOut") + field("key", "Nothing"));
    bodies.put("GetDiagnostics", field("location", "ftp://host/dir"));
    bodies.put("GetLocalListVersion", "");
    bodies.put("RemoteStartTransaction", sixteen ? connector + tag : tag + connector);
    bodies.put("RemoteStopTransaction", field("transactionId", "7"));
    bodies.put(
        "ReserveNow", connector + field("expiryDate", TIME) + tag + field("reservationId", "5"));
    bodies.put("Reset", field("type", "Soft"));
    String list = field("listVersion", "3");
    String type = field("updateType", "Full");
    bodies.put("SendLocalList", sixteen ? list + type : type + list);
    bodies.put(
        "SetChargingProfile",
        connector + "<o:csChargingProfiles>" + PROFILE + "</o:csChargingProfiles>");
    bodies.put("TriggerMessage", field("requestedMessage", "Heartbeat"));
    bodies.put("UnlockConnector", connector);
    bodies.put(
        "UpdateFirmware", field("retrieveDate", TIME) + field("location", "ftp://host/file"));
    return bodies;
  }

  private static String field(String name, String value) {
    return "<o:" + name + ">" + value + "</o:" + name + ">";
  }

  private HttpResponse<String> post(String operation, String body, String identity)
      throws Exception {
    SoapVersion version = simulator.chargers().getFirst().version();
    String name = XmlCheck.elementName(operation, "Request");
    String envelope =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\""
            + EnvelopeWriter.SOAP12
            + "\" xmlns:a=\""
            + EnvelopeWriter.ADDRESSING
            + "\" xmlns:o=\""
            + version.chargePointNamespace()
            + "\"><s:Header><o:chargeBoxIdentity>"
            + identity
            + "</o:chargeBoxIdentity>"
            + "<a:Action>/"
            + operation
            + "</a:Action><a:MessageID>id-1</a:MessageID><a:To>x</a:To><a:From><a:Address>http://b/</a:Address></a:From>"
            + "</s:Header><s:Body><o:"
            + name
            + ">"
            + body
            + "</o:"
            + name
            + "></s:Body></s:Envelope>";
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(simulator.address(1)))
              .POST(HttpRequest.BodyPublishers.ofString(envelope))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private Xml ask(String operation, String body) throws Exception {
    HttpResponse<String> response = post(operation, body, "CP-1");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Envelope envelope = Envelope.parse(response.body().getBytes(StandardCharsets.UTF_8));
    assertThat(envelope.addressing("RelatesTo")).contains("id-1");
    assertThat(envelope.addressing("Action")).contains("/" + operation + "Response");
    return envelope.body();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyCommandOfTheVersionIsAnsweredByTheContract(SoapVersion version) throws Exception {
    open(version);
    Contract contract = Contract.load("soap-" + version.label());
    Map<String, String> bodies = bodies(version);
    for (String operation : contract.actions(Side.Cp)) {
      Xml answer = ask(operation, bodies.get(operation));
      assertThat(new XmlCheck(contract).response(Side.Cp, operation, answer))
          .as(operation)
          .isEmpty();
    }
    assertThat(simulator.summary().problems()).isEmpty();
  }

  @Test
  void aRemoteStartAndStopAreCarriedOut() throws Exception {
    open(SoapVersion.V16);
    assertThat(
            ask("RemoteStartTransaction", field("connectorId", "2") + field("idTag", "TAG-9"))
                .value("status"))
        .isEqualTo("Accepted");
    await().atMost(Duration.ofSeconds(10)).until(() -> stub.operations().size() >= 4);
    assertThat(stub.operations())
        .containsExactly(
            "statusNotification", "authorize", "startTransaction", "statusNotification");
    assertThat(
            ask("RemoteStartTransaction", field("connectorId", "2") + field("idTag", "TAG-8"))
                .value("status"))
        .isEqualTo("Rejected");
    assertThat(ask("RemoteStopTransaction", field("transactionId", "999")).value("status"))
        .isEqualTo("Rejected");
    assertThat(ask("RemoteStopTransaction", field("transactionId", "101")).value("status"))
        .isEqualTo("Accepted");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stub.operations().contains("stopTransaction"));
    String stop =
        stub.requests.stream()
            .filter(request -> request.contains("stopTransactionRequest"))
            .findFirst()
            .orElseThrow();
    assertThat(stop).contains("<ocpp:transactionId>101<", "<ocpp:reason>Remote<");
  }

  @Test
  void aResetEndsTheTransactionAndBootsAgain() throws Exception {
    open(SoapVersion.V15);
    simulator.chargers().getFirst().start(1, "TAG-1");
    ask("Reset", field("type", "Hard"));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stub.operations().contains("bootNotification"));
    assertThat(stub.operations().subList(0, 2))
        .isEqualTo(List.of("startTransaction", "stopTransaction"));
  }

  @Test
  void dataComesBackAsItWas() throws Exception {
    open(SoapVersion.V16);
    assertThat(ask("DataTransfer", bodies(SoapVersion.V16).get("DataTransfer")).value("data"))
        .isEqualTo("x & y < z");
  }

  @Test
  void aCommandForAnotherChargerIsAFault() throws Exception {
    open(SoapVersion.V16);
    HttpResponse<String> response = post("ClearCache", "", "CP-2");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("IdentityMismatch", "Sender");
  }

  @Test
  void aCommandThatBreaksTheContractIsAFaultAndAProblem() throws Exception {
    open(SoapVersion.V12);
    HttpResponse<String> response =
        post("Reset", field("type", "Warm") + field("extra", "1"), "CP-1");
    assertThat(response.body()).contains("ProtocolError", "Warm", "extra");
    assertThat(post("GetConfiguration", "", "CP-1").body()).contains("NotSupported");
    assertThat(simulator.summary().failures()).isEqualTo(2);
  }
}
