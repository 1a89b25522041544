package org.ocppbridge.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

class DemoTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private boolean play(UnaryOperator<String> towardsCsms) throws Exception {
    DemoOptions options =
        new DemoOptions(List.of(SoapVersion.V16), Target.OCPP16, true, false, 120, false);
    PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
    return new Demo(options, (csms, protocol) -> new PlainBridge(csms, towardsCsms), out).play();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aBridgeThatCarriesEverythingOverSucceeds() throws Exception {
    boolean succeeded = play(UnaryOperator.identity());

    assertThat(printed()).doesNotContain("✗").contains("both ends agree on every value");
    assertThat(succeeded).isTrue();
    Contract contract = Contract.load("soap-1.6");
    contract
        .actions(Side.Cs)
        .forEach(operation -> assertThat(printed()).contains("· " + operation + " · DEMO-16 asks"));
    contract
        .actions(Side.Cp)
        .forEach(
            operation ->
                assertThat(printed()).contains("· " + operation + " · the CSMS asks DEMO-16"));
  }

  @Test
  void aBridgeThatChangesAValueIsFoundOut() throws Exception {
    boolean succeeded = play(frame -> frame.replace("\"meterStart\":", "\"meterStart\":1"));

    assertThat(succeeded).isFalse();
    assertThat(printed()).contains("✗ 1.6: StartTransaction request: only in SOAP [meterStart=");
  }

  @Test
  void aBridgeThatSaysWhatTheProtocolForbidsIsFoundOut() throws Exception {
    boolean succeeded =
        play(frame -> frame.replace("\"status\":\"Preparing\"", "\"status\":\"Occupied\""));

    assertThat(succeeded).isFalse();
    assertThat(printed()).contains("✗ CSMS: DEMO-16: PropertyConstraintViolation");
  }
}
