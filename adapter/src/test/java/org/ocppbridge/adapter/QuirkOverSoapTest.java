package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.samplecsms.Frames;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.adapter.store.memory.MemoryStore;

/** A quirk in the settings of one charger, from the SOAP request to the CSMS. */
class QuirkOverSoapTest {

  private static final String SETTINGS =
      """
      soap: {host: 127.0.0.1, port: 0}
      admin: {port: 0}
      targets: {main: {url: "URL"}}
      chargers:
        - {id: QUIRKY, quirks: [samples-in-kilowatt-hours]}
        - {id: SANE}
      """;
  private static final String METER_VALUES =
      """
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
          xmlns:cs="urn://Ocpp/Cs/2012/06/">
        <s:Header><cs:chargeBoxIdentity>ID</cs:chargeBoxIdentity></s:Header>
        <s:Body><cs:meterValuesRequest>
          <cs:connectorId>1</cs:connectorId>
          <cs:values>
            <cs:timestamp>2026-03-01T11:45:00Z</cs:timestamp>
            <cs:value measurand="Energy.Active.Import.Register" unit="Wh">12.345</cs:value>
          </cs:values>
        </cs:meterValuesRequest></s:Body>
      </s:Envelope>
      """;

  private final List<Frames.Frame> frames = new CopyOnWriteArrayList<>();

  @Test
  void onlyTheChargerThatHasTheQuirkIsRepaired() throws Exception {
    try (SampleCsms csms = SampleCsms.start("127.0.0.1", 0, frames::add);
        Wiring bridge =
            new Wiring(
                ConfigLoader.parse(SETTINGS.replace("URL", csms.url().toString())),
                new MemoryStore())) {
      send(bridge.soapAddress(), "QUIRKY");
      send(bridge.soapAddress(), "SANE");

      assertThat(meterValues("QUIRKY"))
          .contains("\"value\":\"12.345\"")
          .contains("\"unit\":\"kWh\"");
      assertThat(meterValues("SANE")).contains("\"value\":\"12.345\"").contains("\"unit\":\"Wh\"");
    }
  }

  private static void send(InetSocketAddress bridge, String id) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.getPort() + "/ocpp"))
            .header("Content-Type", "application/soap+xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(METER_VALUES.replace("ID<", id + "<")))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private String meterValues(String id) {
    return await().until(() -> sent(id), found -> !found.isEmpty()).getFirst();
  }

  private List<String> sent(String id) {
    return frames.stream()
        .filter(frame -> frame.fromCharger() && frame.charger().equals(id))
        .map(Frames.Frame::text)
        .filter(text -> text.contains("\"MeterValues\""))
        .toList();
  }
}
