package org.ocppbridge.adapter.store.sql;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.mappings.json.Json;

/**
 * Pieces of state and messages as JSON text, and back. Tolerant for the sake of upgrades: a member
 * that is unknown now is passed over, one that was not known then is read as empty, 0 or false. A
 * member of another type that is added to a record needs a default in the record itself.
 */
final class Codec {

  private static final JsonMapper JSON =
      JsonMapper.builder(Json.FACTORY.copy())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .withConfigOverride(Map.class, empty -> empty.setSetterInfo(nullsAsEmpty()))
          .withConfigOverride(List.class, empty -> empty.setSetterInfo(nullsAsEmpty()))
          .withConfigOverride(Set.class, empty -> empty.setSetterInfo(nullsAsEmpty()))
          .withConfigOverride(Collection.class, empty -> empty.setSetterInfo(nullsAsEmpty()))
          .build();

  /** Each knows its type's serializer, which the mapper would look up each time. */
  private static final ClassValue<ObjectWriter> WRITERS =
      new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> type) {
          return JSON.writerFor(type);
        }
      };

  private Codec() {}

  private static JsonSetter.Value nullsAsEmpty() {
    return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
  }

  static String write(Object value) {
    try {
      return WRITERS.get(value.getClass()).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + value.getClass(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws Unreadable if that is not so
   */
  static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new Unreadable(type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** The store holds what this program does not understand. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
