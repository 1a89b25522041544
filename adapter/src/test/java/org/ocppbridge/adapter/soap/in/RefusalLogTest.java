package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalLogTest {

  private static final InetAddress ONE = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("10.0.0.2");

  private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLog.class);
  private final ListAppender<ILoggingEvent> shown = new ListAppender<>();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final RefusalLog log = new RefusalLog(3, () -> now);

  @BeforeEach
  void listen() {
    shown.start();
    logger.addAppender(shown);
  }

  @AfterEach
  void silence() {
    logger.detachAppender(shown);
  }

  private List<String> lines() {
    return shown.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void theFirstLinesOfAnAddressAreWrittenAndTheRestIsCounted() {
    int written = 0;
    for (int i = 0; i < 100; i++) {
      written += log.take(ONE) ? 1 : 0;
    }
    assertThat(written).isEqualTo(3);
    assertThat(log.take(TWO)).isTrue();
    assertThat(lines()).isEmpty();

    now = now.plus(RefusalLog.WINDOW);
    assertThat(log.take(ONE)).isTrue();

    assertThat(lines()).containsExactly("97 more requests refused from 10.0.0.1 within 10 s");
  }

  @Test
  void closingTellsWhatWasCounted() {
    for (int i = 0; i < 5; i++) {
      log.take(ONE);
    }
    log.close();
    assertThat(lines()).containsExactly("2 more requests refused from 10.0.0.1 within 10 s");
  }

  @Test
  void anyNumberOfAddressesTakesBoundedMemoryAndBoundedLines() {
    int written = 0;
    for (int i = 0; i < 5_000; i++) {
      InetAddress source = InetAddress.ofLiteral("10.1." + i / 250 + "." + i % 250);
      written += log.take(source) ? 1 : 0;
    }
    assertThat(log.sources()).isEqualTo(RefusalLog.SOURCES_MAX + 1);
    assertThat(written).isEqualTo(RefusalLog.SOURCES_MAX + 3);
  }
}
