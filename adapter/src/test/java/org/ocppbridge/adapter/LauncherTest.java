package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher in a copy of the project's outline, with shell scripts that pose as Java and as
 * Maven.
 */
class LauncherTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path home;
  private Path java25;
  private Path java17;

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void outline() throws IOException {
    assumeTrue(File.separatorChar == '/', "the launcher is a POSIX shell script");
    home = Files.createDirectories(folder.resolve("a check out"));
    Files.createDirectories(home.resolve(".mvn"));
    for (String file : List.of("bridge", ".mvn/java25.sh")) {
      Files.copy(ROOT.resolve(file), home.resolve(file));
    }
    Files.writeString(home.resolve("pom.xml"), "");
    for (String module : List.of("wsdl", "mappings", "adapter")) {
      Files.createDirectories(home.resolve(module + "/src/main"));
      Files.writeString(home.resolve(module + "/pom.xml"), "");
    }
    script(
        home.resolve("mvnw"),
        "echo build >>builds; cat >/dev/null; [ ! -f broken ] || exit 1; mkdir -p adapter/target; : >adapter/target/ocpp-bridge.jar");
    java25 = java("jdk 25", "25.0.1");
    java17 = java("jdk 17", "17.0.9");
  }

  @Test
  void theFirstStartBuildsOnceAndLaterStartsDoNot() throws Exception {
    Result first = bridge("--version");
    Result second = bridge("--version");

    assertThat(first.out()).isEqualTo("25.0.1: -jar " + jar() + " --version\n");
    assertThat(first.err()).isEqualTo("bridge: building; the first time takes some minutes\n");
    assertThat(second).isEqualTo(new Result(0, first.out(), ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aNewerSourceIsBuiltAndATestIsNot() throws Exception {
    bridge();
    age();
    Files.createDirectories(home.resolve("adapter/src/test"));
    Files.setLastModifiedTime(home.resolve("adapter/src"), FileTime.from(OLD));
    Files.writeString(home.resolve("adapter/src/test/T.java"), "");
    bridge();
    assertThat(builds()).isEqualTo(1);

    Files.writeString(home.resolve("wsdl/src/main/new.wsdl"), "");
    bridge();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void twoFirstStartsAtOnceBuildOnce() throws Exception {
    Process one =
        start(Map.of("JAVA_HOME", java25.toString()), folder, home.resolve("bridge").toString());
    Process two =
        start(Map.of("JAVA_HOME", java25.toString()), folder, home.resolve("bridge").toString());

    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(builds()).isEqualTo(1);
    assertThat(home.resolve(".build-lock")).doesNotExist();
  }

  @Test
  void theLockOfABuildThatDiedIsTakenOver() throws Exception {
    Files.createDirectories(home.resolve(".build-lock"));
    Files.writeString(home.resolve(".build-lock/pid"), "999999999");

    assertThat(bridge().code()).isZero();
  }

  @Test
  void aFailedBuildEndsWithOneLineAndIsTriedAgain() throws Exception {
    Files.writeString(home.resolve("broken"), "");
    Result failed = bridge();
    Files.delete(home.resolve("broken"));

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).endsWith("bridge: the build failed, see above\n");
    assertThat(bridge().code()).isZero();
  }

  @Test
  void argumentsAndExitCodeAreHandedOnFromAnyFolderAndThroughLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link to it"), home.resolve("bridge"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link to it"));

    Result result =
        run(
            Map.of("JAVA_HOME", java25.toString(), "CODE", "7"),
            second.toString(),
            "run",
            "two words",
            "*");

    assertThat(link).isSymbolicLink();
    assertThat(result.code()).isEqualTo(7);
    assertThat(result.out()).isEqualTo("25.0.1: -jar " + jar() + " run two words *\n");
  }

  @Test
  void anOldJavaIsPassedOver() throws Exception {
    String path = java25.resolve("bin") + ":/usr/bin:/bin";

    Result result =
        run(
            Map.of("JAVA_HOME", java17.toString(), "PATH", path),
            home.resolve("bridge").toString());

    assertThat(result.out()).startsWith("25.0.1: ");
  }

  @Test
  void theJavaThatIsNamedIsTakenAlone() throws Exception {
    String bridge = home.resolve("bridge").toString();
    Map<String, String> good =
        Map.of(
            "JAVA_HOME", java17.toString(), "BRIDGE_JAVA", java25.resolve("bin/java").toString());
    Map<String, String> old =
        Map.of("JAVA_HOME", java25.toString(), "BRIDGE_JAVA", java17.toString());

    assertThat(run(good, bridge).out()).startsWith("25.0.1: ");
    Result refused = run(old, bridge);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            "bridge: no Java 25 or newer found (BRIDGE_JAVA is set to %s); get one from https://adoptium.net or your system's packages, or set BRIDGE_JAVA to its home\n"
                .formatted(java17));
  }

  private String jar() throws IOException {
    return home.toRealPath().resolve("adapter/target/ocpp-bridge.jar").toString();
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  /** Makes everything old but what was built. */
  private void age() throws IOException {
    List<Path> all = new ArrayList<>();
    try (var files = Files.walk(home)) {
      files.filter(file -> !file.startsWith(home.resolve("adapter/target"))).forEach(all::add);
    }
    for (Path file : all) {
      Files.setLastModifiedTime(file, FileTime.from(OLD));
    }
    for (Path file :
        List.of(
            home.resolve("adapter/target/ocpp-bridge.jar"),
            home.resolve("adapter/target/built-by-launcher"))) {
      Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(60)));
    }
  }

  private Path java(String name, String version) throws IOException {
    Path java = Files.createDirectories(folder.resolve(name).resolve("bin")).getParent();
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(
        java.resolve("bin/java"),
        "if [ \"$1\" = -XshowSettings:properties ]; then echo '    java.home = "
            + java
            + "' >&2; exit; fi; echo \""
            + version
            + ": $*\"; exit ${CODE:-0}");
    script(java.resolve("bin/javac"), "exit 0");
    return java;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Result bridge(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bridge").toString()));
    command.addAll(List.of(arguments));
    return run(Map.of("JAVA_HOME", java25.toString()), command.toArray(String[]::new));
  }

  private Result run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, folder, command);
    int code = process.waitFor();
    return new Result(
        code,
        text(process.getInputStream().readAllBytes()),
        text(process.getErrorStream().readAllBytes()));
  }

  private static Process start(Map<String, String> environment, Path in, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("BRIDGE_") || name.startsWith("JAVA"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
