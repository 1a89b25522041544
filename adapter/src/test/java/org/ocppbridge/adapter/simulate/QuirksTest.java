package org.ocppbridge.adapter.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.mappings.SoapVersion;

class QuirksTest {
  /** What an XML reader must not be given as it is. */
  private static final Set<String> NOT_XML_AT_FIRST =
      Set.of("gzip", "deflate", "NUL at the end", "blank line first", "byte order mark");

  static Stream<Quirk> all() {
    return Stream.of(Quirks.ADDRESSING, Quirks.ENVELOPE, Quirks.BODY).flatMap(List::stream);
  }

  private static String plain(Quirk quirk) {
    Messages messages = new Messages(SoapVersion.V16);
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    Xml body =
        switch (quirk.message()) {
          case STATUS -> messages.status(1, ConnectorState.AVAILABLE, "NoError", at);
          case START -> messages.start(1, "TAG-1", at, 1000, OptionalInt.empty());
          case HEARTBEAT -> messages.heartbeat();
        };
    return EnvelopeWriter.request(
        "CP-1", quirk.message().operation(), "urn:id", "http://cp/", "http://cs/", body);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyQuirkIsOddAndStillReadable(Quirk quirk) throws Exception {
    String plain = plain(quirk);
    CentralSystem.Request request = quirk.apply(plain);
    String usual = CentralSystem.contentType(quirk.message().operation());

    boolean otherContent = !new String(request.envelope(), StandardCharsets.UTF_8).equals(plain);
    assertThat(otherContent || !request.headers().equals(List.of(usual))).isTrue();
    if (!NOT_XML_AT_FIRST.contains(quirk.name())) {
      assertThat(Xml.parse(request.envelope()).child("Body").orElseThrow().children()).hasSize(1);
    }
  }
}
