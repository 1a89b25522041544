package org.ocppbridge.adapter.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which messages a protocol version has and what is in them, read from a table.
 *
 * <p>Lines of a table: {@code enum NAME VALUE…}, {@code type NAME FIELD…}, and for each message
 * {@code SIDE ACTION request|response FIELD…} with side {@code Cs} for what a charger asks and
 * {@code Cp} for what it is asked. A field is {@code name:type}, the name followed by {@code ?}
 * (optional), {@code *} (any number), {@code +} (at least one) or {@code ?+} (none or at least one,
 * but no empty list), with {@code @} before it for an XML attribute and {@code =} for the text of
 * an element. The line {@code extra NAME…} has members that may stand in every JSON object.
 */
public final class Contract {

  /** Who asks. */
  public enum Side {
    /** A charger asks its central system. */
    Cs,
    /** A charger is asked. */
    Cp
  }

  private final Map<String, Set<String>> enumerations = new HashMap<>();
  private final Set<String> extras = new TreeSet<>();
  private final Map<String, List<Field>> structures = new HashMap<>();
  private final Map<String, List<Field>> messages = new HashMap<>();

  private Contract(String table) {
    table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
  }

  /**
   * Reads the table of a version.
   *
   * @param name {@code soap-1.2}, {@code soap-1.5}, {@code soap-1.6}, {@code ocpp1.6j} or {@code
   *     ocpp2.0.1}
   */
  public static Contract load(String name) {
    try (InputStream table = Contract.class.getResourceAsStream(name + ".contract")) {
      if (table == null) {
        throw new IllegalArgumentException("no contract table '" + name + "'");
      }
      return new Contract(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    List<String> words = Arrays.asList(line.split(" +"));
    switch (words.get(0)) {
      case "enum" ->
          enumerations.put(words.get(1), new LinkedHashSet<>(words.subList(2, words.size())));
      case "extra" -> extras.addAll(words.subList(1, words.size()));
      case "type" -> structures.put(words.get(1), fields(words, 2));
      default -> messages.put(String.join(" ", words.subList(0, 3)), fields(words, 3));
    }
  }

  private static List<Field> fields(List<String> words, int from) {
    return words.subList(from, words.size()).stream().map(Field::parse).toList();
  }

  /** All actions of a side, in alphabetical order. */
  public Set<String> actions(Side side) {
    Set<String> actions = new TreeSet<>();
    for (String message : messages.keySet()) {
      String[] words = message.split(" ");
      if (words[0].equals(side.name())) {
        actions.add(words[1]);
      }
    }
    return actions;
  }

  /** Fields of a request; empty if there is no such action on that side. */
  Optional<List<Field>> request(Side side, String action) {
    return Optional.ofNullable(messages.get(side + " " + action + " request"));
  }

  /** Fields of an answer; empty if there is no such action on that side. */
  Optional<List<Field>> response(Side side, String action) {
    return Optional.ofNullable(messages.get(side + " " + action + " response"));
  }

  /** Members that may stand in every JSON object. */
  Set<String> extras() {
    return extras;
  }

  /** Values of an enumeration; null if there is none of that name. */
  Set<String> enumeration(String type) {
    return enumerations.get(type);
  }

  /** Fields of a structure; null if there is none of that name. */
  List<Field> structure(String type) {
    return structures.get(type);
  }
}
