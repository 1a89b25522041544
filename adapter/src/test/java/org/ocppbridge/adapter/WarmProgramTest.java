package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.cli.WarmOptions;
import org.ocppbridge.adapter.program.WarmProgram;

/** The training run that the AOT cache is made of. */
class WarmProgramTest {

  @Test
  void sessionsOfAllVersionsArePlayedWithoutAProblem() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            () -> {
              throw new IllegalStateException("nobody watches");
            });

    int code = new WarmProgram(Wiring::new).run(new WarmOptions(1), surroundings);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .matches("warm: \\d{3,} exchanges in sessions, 0 problems\n");
    assertThat(code).isZero();
  }
}
