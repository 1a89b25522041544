package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Exchanges as JSON, the same on disk and over HTTP. Unknown fields of later versions are read
 * over.
 */
final class LedgerJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writer();
  private static final ObjectWriter LINE = MAPPER.writerFor(Exchange.class);
  private static final ObjectReader EXCHANGE = MAPPER.readerFor(Exchange.class);

  private LedgerJson() {}

  /** One line. */
  static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** An exchange as a line in UTF-8, without its end. */
  static byte[] line(Exchange exchange) {
    try {
      return LINE.writeValueAsBytes(exchange);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws JsonProcessingException if it is none of ours, or broken off
   */
  static Exchange exchange(String line) throws JsonProcessingException {
    return EXCHANGE.readValue(line);
  }
}
