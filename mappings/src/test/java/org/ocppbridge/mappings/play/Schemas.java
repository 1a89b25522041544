package org.ocppbridge.mappings.play;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** What is wrong with a payload; nothing if the schemas are not there. */
  public static List<String> errors(String message, JsonNode payload) {
    if (!present()) {
      return List.of();
    }
    return READ
        .computeIfAbsent(message, Schemas::read)
        .orElseThrow(() -> new AssertionError("no schema for " + message))
        .validate(
            payload.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> message + " " + error)
        .toList();
  }

  private static Optional<Schema> read(String message) {
    return Stream.of("schemas/1.6/", "schemas/1.6-security/", "schemas/2.0.1/")
        .map(folder -> FOLDER.orElseThrow().resolve(folder + message + ".json"))
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
