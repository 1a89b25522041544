package org.ocppbridge.mappings.soap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Makes any message of the model, from its record components alone: mandatory fields always, others
 * now and then.
 */
final class ModelMessages {

  private static final Arbitrary<String> TEXTS =
      Arbitraries.strings()
          .withCharRange('!', '~')
          .withChars('é', '漢')
          .ofMinLength(1)
          .ofMaxLength(20);

  private static final Arbitrary<Instant> TIMES =
      Arbitraries.longs()
          .between(
              Instant.parse("2010-01-01T00:00:00Z").toEpochMilli(),
              Instant.parse("2099-12-31T23:59:59Z").toEpochMilli())
          .map(Instant::ofEpochMilli);

  private ModelMessages() {}

  static Arbitrary<Object> of(Class<?> type) {
    List<Arbitrary<Object>> fields =
        Arrays.stream(type.getRecordComponents()).map(ModelMessages::field).toList();
    return fields.isEmpty()
        ? Arbitraries.create(() -> make(type, List.of()))
        : Combinators.combine(fields).as(values -> make(type, values));
  }

  private static Arbitrary<Object> field(RecordComponent component) {
    Arbitrary<Object> values =
        switch (component.getName()) {
          case "connectorId" -> Arbitraries.integers().between(1, 100).map(o -> o);
          case "value" -> Arbitraries.integers().map(String::valueOf);
          default -> values(component.getGenericType());
        };
    // Jackson's annotation targets fields, methods and parameters, so the accessor has it too.
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.required() ? values : values.injectNull(0.3);
  }

  private static Arbitrary<Object> values(Type type) {
    if (type instanceof ParameterizedType list) {
      return values(list.getActualTypeArguments()[0]).list().ofMinSize(1).ofMaxSize(3).map(o -> o);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return Arbitraries.of(raw.getEnumConstants()).map(o -> o);
    }
    if (raw.isRecord()) {
      return of(raw);
    }
    if (raw == String.class) {
      return TEXTS.map(o -> o);
    }
    if (raw == Instant.class) {
      return TIMES.map(o -> o);
    }
    if (raw == Integer.class) {
      return Arbitraries.integers().map(o -> o);
    }
    if (raw == Boolean.class) {
      return Arbitraries.of(true, false).map(o -> o);
    }
    if (raw == BigDecimal.class) {
      return Arbitraries.bigDecimals()
          .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
          .ofScale(3)
          .map(o -> o);
    }
    throw new IllegalArgumentException("no values for " + type);
  }

  private static Object make(Class<?> type, List<Object> values) {
    try {
      Class<?>[] parameters =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(parameters).newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
