package org.ocppbridge.adapter.samplecsms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.JsonCheck;

/** The sample CSMS and a plain WebSocket client. */
class SampleCsmsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final List<Frames.Frame> frames = new CopyOnWriteArrayList<>();
  private final SampleCsms csms = SampleCsms.start("127.0.0.1", 0, frames::add);
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.shutdownNow();
    csms.close();
  }

  private WebSocket connect(String rawIdentity, String subprotocol) {
    StringBuilder text = new StringBuilder();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
              received.add(text.toString());
              text.setLength(0);
            }
            socket.request(1);
            return null;
          }

          @Override
          public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
          }
        };
    return http.newWebSocketBuilder()
        .subprotocols(subprotocol)
        .buildAsync(URI.create(csms.url() + "/" + rawIdentity), listener)
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  private JsonNode ask(WebSocket socket, String frame) throws Exception {
    socket.sendText(frame, true).get(10, TimeUnit.SECONDS);
    return JSON.readTree(received.poll(10, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BootNotification|{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}|Accepted",
        "Authorize|{\"idTag\":\"ANY\"}|Accepted",
        "Authorize|{\"idTag\":\"BLOCKED-7\"}|Blocked",
        "StartTransaction|{\"connectorId\":1,\"idTag\":\"T\",\"meterStart\":0,\"timestamp\":\"2026-01-01T00:00:00Z\"}|transactionId",
        "StopTransaction|{\"transactionId\":1,\"meterStop\":0,\"timestamp\":\"2026-01-01T00:00:00Z\"}|{}",
        "Heartbeat|{}|currentTime",
        "StatusNotification|{\"connectorId\":0,\"errorCode\":\"NoError\",\"status\":\"Available\"}|{}",
        "MeterValues|{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"2026-01-01T00:00:00Z\",\"sampledValue\":[{\"value\":\"1\"}]}]}|{}",
        "DataTransfer|{\"vendorId\":\"v\",\"data\":\"x\"}|\"data\":\"x\"",
        "FirmwareStatusNotification|{\"status\":\"Installed\"}|{}",
        "DiagnosticsStatusNotification|{\"status\":\"Uploaded\"}|{}",
        "LogStatusNotification|{\"status\":\"Uploaded\",\"requestId\":1}|{}",
        "SecurityEventNotification|{\"type\":\"t\",\"timestamp\":\"2026-01-01T00:00:00Z\"}|{}",
        "SignedFirmwareStatusNotification|{\"status\":\"Installed\"}|{}",
        "SignCertificate|{\"csr\":\"x\"}|Rejected"
      })
  void aSoundCallIsAnswered(String action, String payload, String expected) throws Exception {
    JsonNode answer =
        ask(connect("CP-1", "ocpp1.6"), "[2,\"id-1\",\"" + action + "\"," + payload + "]");
    assertThat(answer.get(0).asInt()).isEqualTo(3);
    assertThat(answer.get(1).asText()).isEqualTo("id-1");
    assertThat(answer.get(2).toString()).contains(expected);
    assertThat(csms.irregularities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BootNotification|{'reason':'PowerUp','chargingStation':{'vendorName':'V','model':'M'}}|Accepted",
        "Authorize|{'idToken':{'idToken':'ANY','type':'ISO14443'}}|groupIdToken",
        "Authorize|{'idToken':{'idToken':'NOCREDIT-7','type':'ISO14443'}}|NoCredit",
        "TransactionEvent|{'eventType':'Started','timestamp':'2026-01-01T00:00:00Z','triggerReason':'Authorized','seqNo':0,'transactionInfo':{'transactionId':'t'},'idToken':{'idToken':'BLOCKED','type':'Local'}}|Blocked",
        "TransactionEvent|{'eventType':'Updated','timestamp':'2026-01-01T00:00:00Z','triggerReason':'ChargingStateChanged','seqNo':1,'transactionInfo':{'transactionId':'t'}}|{}",
        "Heartbeat|{}|currentTime",
        "Heartbeat|{'customData':{'vendorId':'v','more':1}}|currentTime",
        "DataTransfer|{'vendorId':'v','data':{'x':[1]}}|'data':{'x':[1]}",
        "DataTransfer|{'vendorId':'unknown'}|UnknownVendorId",
        "StatusNotification|{'timestamp':'2026-01-01T00:00:00Z','connectorStatus':'Available','evseId':1,'connectorId':1}|{}",
        "NotifyReport|{'requestId':1,'generatedAt':'2026-01-01T00:00:00Z','seqNo':0}|{}",
        "GetCertificateStatus|{'ocspRequestData':{'hashAlgorithm':'SHA256','issuerNameHash':'a','issuerKeyHash':'b','serialNumber':'1','responderURL':'http://x'}}|Failed",
        "Get15118EVCertificate|{'iso15118SchemaVersion':'x','action':'Install','exiRequest':'x'}|Failed",
        "NotifyEVChargingNeeds|{'evseId':1,'chargingNeeds':{'requestedEnergyTransfer':'DC'}}|Rejected",
        "SignCertificate|{'csr':'x'}|Rejected"
      })
  void aSoundCallOf201IsAnswered(String action, String payload, String expected) throws Exception {
    String frame = "[2,\"id-1\",\"" + action + "\"," + payload.replace('\'', '"') + "]";
    JsonNode answer = ask(connect("CP-1", "ocpp2.0.1"), frame);
    assertThat(answer.get(0).asInt()).isEqualTo(3);
    assertThat(answer.get(2).toString()).contains(expected.replace('\'', '"'));
    assertThat(new JsonCheck(Contract.load("ocpp2.0.1")).response(Side.Cs, action, answer.get(2)))
        .isEmpty();
    assertThat(csms.irregularities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[2,'i','Nonsense',{}]|NotImplemented",
        "[2,'i','StartTransaction',{}]|NotImplemented",
        "[2,'i','Authorize',{}]|OccurrenceConstraintViolation",
        "[2,'i','Heartbeat',{'more':1}]|FormatViolation",
        "[2,'i','Heartbeat']|FormatViolation",
        "[2,'i','NotifyReport',{'requestId':'1','generatedAt':'2026-01-01T00:00:00Z','seqNo':0}]|TypeConstraintViolation",
        "[2,'i','NotifyReport',{'requestId':1,'generatedAt':'2026-01-01T00:00:00Z','seqNo':0,'reportData':[]}]|OccurrenceConstraintViolation",
        "[2,'i','StatusNotification',{'timestamp':'2026-01-01T00:00:00Z','connectorStatus':'Charging','evseId':1,'connectorId':1}]|PropertyConstraintViolation"
      })
  void anUnsoundCallOf201IsRefused(String frame, String code) throws Exception {
    JsonNode answer = ask(connect("CP-1", "ocpp2.0.1"), frame.replace('\'', '"'));
    assertThat(answer.get(0).asInt()).isEqualTo(4);
    assertThat(answer.get(2).asText()).isEqualTo(code);
    assertThat(csms.irregularities()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2,\"i\",\"Nonsense\",{}]|NotImplemented",
        "[2,\"i\",\"Authorize\",{}]|OccurenceConstraintViolation",
        "[2,\"i\",\"Authorize\",{\"idTag\":5}]|TypeConstraintViolation",
        "[2,\"i\",\"Authorize\",{\"idTag\":\"123456789012345678901\"}]|PropertyConstraintViolation",
        "[2,\"i\",\"Authorize\",{\"idTag\":\"T\",\"more\":1}]|FormationViolation",
        "[2,\"i\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Occupied\"}]|PropertyConstraintViolation",
        "[2,\"i\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[]}]|OccurenceConstraintViolation",
        "[2,\"i\",\"Heartbeat\",null]|TypeConstraintViolation",
        "[2,\"i\",\"Heartbeat\"]|FormationViolation"
      })
  void anUnsoundCallIsRefusedAndKept(String frame, String code) throws Exception {
    JsonNode answer = ask(connect("CP-1", "ocpp1.6"), frame);
    assertThat(answer.get(0).asInt()).isEqualTo(4);
    assertThat(answer.get(2).asText()).isEqualTo(code);
    assertThat(csms.irregularities()).hasSize(1).first().asString().startsWith("CP-1: ");
  }

  @Test
  void aMessageIdIsUsedOnce() throws Exception {
    WebSocket socket = connect("CP-1", "ocpp1.6");
    assertThat(ask(socket, "[2,\"i\",\"Heartbeat\",{}]").get(0).asInt()).isEqualTo(3);
    assertThat(ask(socket, "[2,\"i\",\"Heartbeat\",{}]").get(0).asInt()).isEqualTo(4);
  }

  @Test
  void aCommandIsSentAndItsAnswerAwaited() throws Exception {
    WebSocket socket = connect("00%3A80%2F1%20%C3%A4", "ocpp1.6");
    String identity = "00:80/1 ä";
    await().atMost(WAIT).until(() -> csms.connected().contains(identity));
    CompletableFuture<CallAnswer> answer =
        CompletableFuture.supplyAsync(
            () -> csms.call(identity, "Reset", JSON.createObjectNode().put("type", "Soft"), WAIT));
    JsonNode call = JSON.readTree(received.poll(10, TimeUnit.SECONDS));
    assertThat(call.get(2).asText()).isEqualTo("Reset");
    socket.sendText("[3,\"" + call.get(1).asText() + "\",{\"status\":\"Accepted\"}]", true);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(CallAnswer.Result.class);
    assertThat(frames).extracting(Frames.Frame::fromCharger).containsExactly(false, true);
  }

  @Test
  void anErrorAndSilenceAreTold() throws Exception {
    WebSocket socket = connect("CP-1", "ocpp1.6");
    await().atMost(WAIT).until(() -> csms.connected().contains("CP-1"));
    assertThat(csms.call("CP-1", "ClearCache", JSON.createObjectNode(), Duration.ofMillis(50)))
        .isInstanceOf(CallAnswer.None.class);
    received.clear();
    CompletableFuture<CallAnswer> answer =
        CompletableFuture.supplyAsync(
            () -> csms.call("CP-1", "ClearCache", JSON.createObjectNode(), WAIT));
    JsonNode call = JSON.readTree(received.poll(10, TimeUnit.SECONDS));
    socket.sendText("[4,\"" + call.get(1).asText() + "\",\"InternalError\",\"no\",{}]", true);
    assertThat(answer.get(10, TimeUnit.SECONDS))
        .isEqualTo(new CallAnswer.Error("InternalError", "no"));
    assertThat(csms.call("CP-2", "ClearCache", JSON.createObjectNode(), WAIT))
        .isEqualTo(new CallAnswer.None("CP-2 is not connected"));
  }

  @Test
  void aClientWithoutASubprotocolInCommonIsSentAway() throws Exception {
    try {
      connect("CP-1", "ocpp9.9");
      assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1002);
    } catch (java.util.concurrent.CompletionException e) {
      assertThat(e).hasRootCauseInstanceOf(java.io.IOException.class);
    }
    await().atMost(WAIT).until(() -> !csms.irregularities().isEmpty());
    assertThat(csms.connected()).isEmpty();
  }
}
