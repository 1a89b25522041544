package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.LogLines;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;

class MissingFromTest {

  private static final ChargerId ID = new ChargerId("CP-1");

  private final LogLines lines = new LogLines(LearntAddress.class);

  @AfterEach
  void close() {
    lines.close();
  }

  private static LearntAddress address(String more) {
    String settings = "targets: {main: {url: 'ws://c/ocpp'}}\nchargers: [{id: CP-1" + more + "}]\n";
    Routing routing = new Routing(ConfigLoader.parse(settings));
    return new LearntAddress(ID, routing.of(ID).orElseThrow().settings(), Optional.empty());
  }

  private static Caller caller(String source, String from) {
    return new Caller(
        ID,
        SoapVersion.V16,
        new InetSocketAddress(source, 40_000),
        Optional.ofNullable(from),
        false);
  }

  @Test
  void aChargerWithoutFromIsToldOfOnceWhereverItCallsFrom() {
    LearntAddress address = address("");
    var _ = address.heard(caller("192.0.2.1", null));
    var _ = address.heard(caller("192.0.2.1", null));
    var _ = address.heard(caller("192.0.2.2", null));

    assertThat(lines.from(Level.WARN))
        .containsExactly(
            "charger CP-1 cannot be called: no address is configured, and its requests have no"
                + " From");
  }

  @Test
  void aChargerWithAConfiguredAddressNeedsNoFrom() {
    LearntAddress address = address(", address: 'http://192.0.2.9:8090/'");
    var _ = address.heard(caller("192.0.2.1", null));

    assertThat(address.get()).hasToString("Optional[http://192.0.2.9:8090/]");
    assertThat(lines.from(Level.WARN)).isEmpty();
  }
}
