package org.ocppbridge.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files under {@code config/} are documentation; this keeps them true. */
class ConfigFolderTest {

  private static final Path FOLDER = Path.of("..", "config");
  private static final Path REFERENCE = FOLDER.resolve("bridge.yaml");

  @TempDir Path folder;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileLoads(Path file) {
    BridgeConfig config = load(file).config();

    assertThat(config.targets()).isNotEmpty();
    assertThat(load(file).notes()).isEmpty();
  }

  @Test
  void theReferenceHoldsTheDefaults() {
    BridgeConfig defaults = ConfigLoader.parse("targets: {main: {url: ws://127.0.0.1:9000/ocpp}}");

    assertThat(load(REFERENCE).config())
        .usingRecursiveComparison()
        .ignoringFields("waits")
        .isEqualTo(defaults);
    for (Wait wait : Wait.values()) {
      assertThat(load(REFERENCE).config().waits().set()).containsEntry(wait, wait.byDefault());
    }
  }

  @Test
  void theReferenceNamesEveryKeyAndNoOther() throws Exception {
    SetKeys named = new SetKeys();
    Problems problems = new Problems();
    Node.Mapping tree = (Node.Mapping) YamlNodes.file(allSet(), "bridge.yaml");
    Schema schema = Schema.ofBridge();
    withFiles();

    new Normaliser(schema, Map.of(), folder, problems, named).root(tree);

    problems.stopIfAny();
    TreeSet<String> patterns = new TreeSet<>();
    named.all().values().forEach(found -> patterns.add(found.pattern()));
    assertThat(patterns).containsAll(schema.keys().keySet());
  }

  @Test
  void theReferenceWithEverythingSetLoadsAndSaysWhatHasNoEffect() throws Exception {
    withFiles();
    // Certificate and keystore exclude each other.
    String set = allSet().replaceAll("(?m)^ +(keystore|password: .file: bridge-p12).*$", "");
    Path all = Files.writeString(folder.resolve("all.yaml"), set);

    List<String> notes = load(all).notes();

    assertThat(notes)
        .anyMatch(note -> note.startsWith("soap.tls.old: TLSv1, TLSv1.1 can be broken"))
        .hasSize(1);
  }

  /** The reference with every setting taken out of its comment. */
  private static String allSet() throws IOException {
    return Files.readString(REFERENCE).replaceAll("(?m)^(\\s*)#([-a-zA-Z]\\S*(:| ).*)$", "$1$2");
  }

  private void withFiles() throws Exception {
    TestCertificate made = TestCertificate.make(folder);
    Files.copy(folder.resolve("store.p12"), folder.resolve("bridge.p12"));
    for (String name :
        List.of("bridge.pem", "chargers-ca.pem", "ca.pem", "client.pem", "cp-1.pem")) {
      Files.writeString(folder.resolve(name), made.certificate());
    }
    for (String name : List.of("bridge.key", "client.key", "cp-1.key")) {
      Files.writeString(folder.resolve(name), made.key());
    }
    for (String name :
        List.of(
            "admin-token",
            "secrets-key",
            "csms-password",
            "cp-1-password",
            "bridge-p12-password",
            "cp-1-path",
            "cp-1-basic")) {
      Files.writeString(folder.resolve(name), "0123456789abcdef\n");
    }
  }

  private static ConfigLoader.Loaded load(Path file) {
    return ConfigLoader.load(Optional.of(file), Map.of(), List.of());
  }
}
