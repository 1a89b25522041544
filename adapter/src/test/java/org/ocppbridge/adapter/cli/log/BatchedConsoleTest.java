package org.ocppbridge.adapter.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines may wait for one another, but not for long, and not if they matter. */
class BatchedConsoleTest {
  private final LoggerContext context = new LoggerContext();
  private final BatchedConsole console = new BatchedConsole();
  private final Writes written = new Writes();
  private Logger log;

  /** Counts. */
  private static final class Writes extends ByteArrayOutputStream {
    private int count;

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      count++;
      super.write(bytes, from, length);
    }

    synchronized int count() {
      return count;
    }

    String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }

  @BeforeEach
  void start() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg;");
    encoder.start();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    console.setOutputStream(written);
    log = context.getLogger("any");
    log.setLevel(Level.INFO);
    log.addAppender(console);
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void aLineThatIsAloneIsWrittenSoonAfter() {
    log.info("alone");

    await().atMost(Duration.ofSeconds(10)).until(() -> written.text().equals("alone;"));
  }

  @Test
  void manyLinesGoInFewWritesAndAWarningTakesThemAlongAtOnce() {
    for (int i = 0; i < 500; i++) {
      log.info("line {}", i);
    }
    log.warn("look");

    assertThat(written.text()).startsWith("line 0;line 1;").endsWith("line 499;look;");
    assertThat(written.count()).isLessThan(100);
  }

  @Test
  void nothingIsLostWhenTheLogIsClosed() {
    log.info("last");
    context.stop();

    assertThat(written.text()).isEqualTo("last;");
  }

  @Test
  void eachRunOfControlCharactersBecomesABlank() {
    assertThat(OneLine.of("a\r\nb\u2028c\u0085\u001b[31m \n")).isEqualTo("a b c [31m");
    assertThat(OneLine.of("plain é")).isEqualTo("plain é");
    assertThat(OneLine.of("\n")).isEmpty();
  }
}
