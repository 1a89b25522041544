package org.ocppbridge.adapter.soap.out;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.undertow.server.DefaultByteBufferPool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.ocppbridge.adapter.soap.ChargerLink.Endpoint;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Reset;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A link to one charger, which answers as the test says. */
abstract class SoapChargerLinkCase {

  static final ChargerId CHARGER = new ChargerId("CP:ü <1>");
  static final String BRIDGE = "http://bridge.example:8080/ocpp";
  static XnioWorker worker;
  static SoapChargerLink link;
  static WireMockServer charger;

  @BeforeAll
  static void start() throws Exception {
    worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 2));
    SSLContext tls = SSLContext.getDefault();
    link =
        new SoapChargerLink(
            SoapOut.from(URI.create(BRIDGE)),
            worker,
            new DefaultByteBufferPool(true, 16364, 2048, 0),
            () -> tls,
            (id, address, ip) -> ip.isLoopbackAddress());
    charger =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    charger.start();
  }

  @AfterAll
  static void stop() {
    charger.stop();
    link.close();
    worker.shutdownNow();
  }

  @BeforeEach
  void forget() {
    charger.resetAll();
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  static void answers(ResponseDefinitionBuilder answer) {
    charger.stubFor(any(anyUrl()).willReturn(answer));
  }

  static List<LoggedRequest> requests() {
    return charger.getAllServeEvents().stream().map(event -> event.getRequest()).toList();
  }

  static URI address() {
    return URI.create("http://127.0.0.1:" + charger.port() + "/charger/ocpp");
  }

  static Reset.Answer reset(URI address) {
    return link.call(
        endpoint(SoapVersion.V15, address, false),
        Reset.FROM_CSMS,
        SampleCommands.request(Reset.FROM_CSMS));
  }

  static <Q, A> A call(SoapVersion version, Operation<Q, A> operation, boolean soap11) {
    return link.call(
        endpoint(version, address(), soap11), operation, SampleCommands.request(operation));
  }

  static Endpoint endpoint(SoapVersion version, URI address, boolean soap11) {
    return new Endpoint(
        CHARGER, version, address, soap11, true, Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  static ChargerFailed failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ChargerFailed.class, call);
  }
}
