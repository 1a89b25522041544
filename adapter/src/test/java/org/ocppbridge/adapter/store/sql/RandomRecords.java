package org.ocppbridge.adapter.store.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ocppbridge.mappings.ChargerId;

/** Makes records with something in every component, whatever components they have. */
final class RandomRecords {
  private static final int MAX = 4;

  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  /** A record with all its components filled, and theirs. */
  <R extends Record> R some(Class<R> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(components[i].getGenericType());
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
  }

  private Object value(Type type) {
    return type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
  }

  private Object generic(ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value(of[0]));
    }
    if (raw == Map.class || raw == SortedMap.class) {
      Map<Object, Object> map = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
      for (int i = random.nextInt(MAX + 1); i > 0; i--) {
        map.put(value(of[0]), value(of[1]));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(MAX + 1); i > 0; i--) {
      list.add(value(of[0]));
    }
    if (raw == List.class) {
      return list;
    }
    if (raw == Set.class) {
      return new LinkedHashSet<>(list);
    }
    if (raw == SortedSet.class) {
      return new TreeSet<>(list);
    }
    throw new AssertionError("how is a " + type + " made?");
  }

  private Object plain(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    if (type == ChargerId.class) {
      return new ChargerId("CP-1");
    }
    if (type.isRecord()) {
      return some(type.asSubclass(Record.class));
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> random.nextInt();
      case "long", "Long" -> random.nextLong();
      case "boolean", "Boolean" -> random.nextBoolean();
      case "String" -> text();
      case "BigDecimal" -> BigDecimal.valueOf(random.nextLong(), random.nextInt(7) - 3);
      case "Instant" -> instant();
      case "ObjectNode" -> json();
      default -> throw new AssertionError("how is a " + type + " made?");
    };
  }

  private Instant instant() {
    return switch (random.nextInt(8)) {
      case 0 -> Instant.MAX;
      case 1 -> Instant.EPOCH;
      default -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    };
  }

  /** Quotes, line ends, letters of all planes; at times nothing. */
  private String text() {
    String letters = "aZ09 '\"\\\n\t;%_äß€漢😀/~";
    int[] points = letters.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("text", text());
    node.put("number", random.nextInt());
    node.put("exact", new BigDecimal("1.50"));
    node.putNull("nothing");
    node.putArray("list").add(random.nextBoolean()).addObject().put("deep", text());
    return node;
  }
}
