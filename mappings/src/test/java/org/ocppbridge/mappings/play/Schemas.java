package org.ocppbridge.mappings.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The official JSON schemas, which are not part of this project: found by system property {@code
 * shared.dir}, else in a folder {@code shared/ocpp} beside the checkout. Without them nothing is
 * checked, and that is said once.
 */
public final class Schemas {

  private static final Optional<Path> FOLDER = folder();
  private static final Map<String, Optional<Schema>> READ = new ConcurrentHashMap<>();

  static {
    if (FOLDER.isEmpty()) {
      System.out.println("schemas not checked: no shared/ocpp/schemas beside the checkout");
    }
  }

  private Schemas() {}

  public static boolean present() {
    return FOLDER.isPresent();
  }

  /** What is wrong with a payload of 1.6; nothing if the schemas are not there. */
  public static List<String> errors(String message, JsonNode payload) {
    return errors(message, payload, List.of("1.6/", "1.6-security/", "2.0.1/"));
  }

  /**
   * What is wrong with a payload of 2.0.1; nothing if the schemas are not there.
   *
   * @param message the action with {@code Request} or {@code Response} behind it
   */
  public static List<String> errors201(String message, JsonNode payload) {
    return errors(message, payload, List.of("2.0.1/"));
  }

  /** The schema of a 2.0.1 message itself; empty if the schemas are not there. */
  public static Optional<JsonNode> of201(String message) {
    return FOLDER.map(
        folder -> {
          try {
            Path file = folder.resolve("schemas/2.0.1/" + message + ".json");
            return new ObjectMapper().readTree(Files.readString(file).replace("\uFEFF", ""));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static List<String> errors(String message, JsonNode payload, List<String> versions) {
    if (!present()) {
      return List.of();
    }
    return READ
        .computeIfAbsent(versions.getFirst() + message, key -> read(message, versions))
        .orElseThrow(() -> new AssertionError("no schema for " + message))
        .validate(
            payload.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> message + " " + error)
        .toList();
  }

  private static Optional<Schema> read(String message, List<String> versions) {
    return versions.stream()
        .map(version -> FOLDER.orElseThrow().resolve("schemas/" + version + message + ".json"))
        .filter(Files::exists)
        .findFirst()
        .map(Schemas::schema);
  }

  private static Schema schema(Path file) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> folder() {
    Stream<Path> given =
        Stream.ofNullable(System.getProperty("shared.dir"))
            .flatMap(dir -> Stream.of(Path.of(dir), Path.of(dir, "ocpp")));
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
            .map(dir -> dir.resolve("shared/ocpp"));
    return Stream.concat(given, above)
        .filter(dir -> Files.isDirectory(dir.resolve("schemas/1.6")))
        .findFirst();
  }
}
