package org.ocppbridge.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.demo.Terminal;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/** The demo with the real bridge. */
class DemoProgramTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aSessionOfEachVersionWithA201CsmsSucceeds(SoapVersion version) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(Map.of(), out, out, () -> new Terminal(false, 120, false));
    DemoOptions options =
        new DemoOptions(List.of(version), Target.OCPP201, true, false, 120, false);

    int code = new DemoProgram(Wiring::new).run(options, surroundings);

    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.contains("✗"))).isEmpty();
    assertThat(code).isZero();
    assertThat(text).contains("\"eventType\": \"Started\"", "\"eventType\": \"Ended\"");
  }
}
