package org.ocppbridge.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** What the two forms of the log make of hostile text. */
class LogFormatTest {

  private static final String HOSTILE =
      "a\r\n2026 ERROR forged\u2028line\u0085\"quoted\" \u001b[31m";

  private static String line(String format) throws Exception {
    LoggerContext context = new LoggerContext();
    context.putProperty("bridge.log.format", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    var appender = (OutputStreamAppender<ILoggingEvent>) root.getAppender(format);
    LoggingEvent event =
        new LoggingEvent("", root, Level.INFO, "charger {}: said", null, new Object[] {HOSTILE});
    event.setMDCPropertyMap(Map.of("charger", "CP-1"));
    event.setKeyValuePairs(List.of(new KeyValuePair("operation", HOSTILE)));
    String text = new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    context.stop();
    return text;
  }

  @Test
  void textStaysOnOneLineWithoutControlCharacters() throws Exception {
    assertThat(line("TEXT"))
        .endsWith("\n")
        .contains("INFO  [CP-1]")
        .doesNotContain("%")
        .contains("a 2026 ERROR forged line \"quoted\"");
    assertThat(line("TEXT").strip()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028]");
  }

  @Test
  void jsonIsOneObjectWithTheChargerAndTheFields() throws Exception {
    String line = line("JSON");
    JsonNode json = new ObjectMapper().readTree(line);

    assertThat(line.strip()).doesNotContain("\n").doesNotContain("\r");
    assertThat(json.path("level").asText()).isEqualTo("INFO");
    assertThat(json.path("mdc").path("charger").asText()).isEqualTo("CP-1");
    assertThat(json.path("formattedMessage").asText()).isEqualTo("charger " + HOSTILE + ": said");
    assertThat(json.path("kvpList").toString()).contains("operation");
    assertThat(json.has("timestamp")).isTrue();
  }
}
