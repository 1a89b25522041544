package org.ocppbridge.adapter.soap.in;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ocppbridge.mappings.soap.envelope.Limits;

/** A server with small limits, and how to ask it. */
abstract class SoapServerCase {

  static final int IN_WORK = 8;

  /** The others are for transaction messages. */
  static final int PLACES_FOR_ALL = 6;

  static final int WAITING = 3;
  static final long BODIES = 200_000;
  static final String TYPE = "Content-Type: application/soap+xml";

  FakeRequests requests;
  SoapServer server;

  @BeforeEach
  void start() {
    requests = new FakeRequests();
    server =
        new SoapServer(
            settings(), requests, id -> ZoneOffset.UTC, InstantSource.fixed(FakeRequests.NOW));
  }

  static SoapSettings settings() {
    return SoapSettings.DEFAULT
        .at("127.0.0.1", 0)
        .limited(
            new SoapSettings.Sizes(
                20_000, 60_000, BODIES, new SoapSettings.Places(IN_WORK, WAITING), 20_000, 1_000),
            new Limits(16, 400, 16, 10_000));
  }

  @AfterEach
  void stop() {
    requests.open.countDown();
    server.close();
  }

  static byte[] heartbeat() {
    return RawHttp.bytes(FieldCase.envelope("{ID}", "{HEARTBEAT}"));
  }

  static byte[] from(String id, String body) {
    return RawHttp.bytes(
        FieldCase.envelope("<chargeBoxIdentity>" + id + "</chargeBoxIdentity>", body));
  }

  RawHttp.Answer post(byte[] body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of("Host: b", TYPE));
    lines.addAll(List.of(headers));
    return RawHttp.exchange(server.address(), RawHttp.post("/ocpp", lines, body));
  }

  RawHttp.Answer raw(String head, byte[] body) throws IOException {
    return RawHttp.exchange(server.address(), RawHttp.join(RawHttp.bytes(head), body));
  }
}
