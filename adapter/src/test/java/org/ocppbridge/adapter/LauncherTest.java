package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

  /** What Java does when it is to make a cache, or to prove one. */
  private static final String TRAINING =
      """
      case "$*" in
        *-XX:AOTCacheOutput=*)
          echo "trained ${JAVA_TOOL_OPTIONS:-alone} with $*" >>"${0%/bin/java}/trainings"
          [ ! -f "${0%/bin/java}/killed" ] || kill -9 $$
          for each; do case $each in -XX:AOTCacheOutput=*) echo cache >"${each#*=}" ;; esac; done
          exit
          ;;
        *-XX:AOTMode=on*)
          [ ! -f "${0%/bin/java}/useless" ]
          exit
          ;;
      esac
      """;

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
    Files.createDirectories(home.resolve("config"));
    for (String file : List.of("bridge", ".mvn/java25.sh", ".mvn/aot.sh", "config/jvm.options")) {
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

    assertThat(first.out()).isEqualTo("25.0.1: " + options() + " -jar " + jar() + " --version\n");
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
            "--log-level",
            "two words",
            "*");

    assertThat(link).isSymbolicLink();
    assertThat(result.code()).isEqualTo(7);
    assertThat(result.out())
        .isEqualTo("25.0.1: " + options() + " -jar " + jar() + " --log-level two words *\n");
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

  @Test
  void aCacheIsMadeOnRequestAndUsedFromThenOn() throws Exception {
    bridge("--version");
    Result made = bridge("warm");
    Result again = bridge("warm");
    Result start = bridge("convert");

    assertThat(made).isEqualTo(new Result(0, "", "bridge: " + cache() + " is made\n"));
    assertThat(again).isEqualTo(made);
    assertThat(start.out())
        .isEqualTo(
            "25.0.1: " + options() + " -XX:AOTCache=" + cache() + " -jar " + jar() + " convert\n");
    assertThat(trainings()).singleElement().asString().startsWith("trained alone with @");
    assertThat(making()).doesNotExist();
  }

  @Test
  void theFirstRunMakesACacheInTheBackgroundAndSaysNothingOfIt() throws Exception {
    Result first =
        run(
            Map.of("JAVA_HOME", java25.toString(), "JAVA_TOOL_OPTIONS", "-ea"),
            home.resolve("bridge").toString(),
            "run");

    assertThat(first.err()).isEqualTo("bridge: building; the first time takes some minutes\n");
    assertThat(first.out()).startsWith("25.0.1: @").doesNotContain("AOT");
    await().until(() -> Files.exists(madeWith()));
    assertThat(bridge("run").out()).contains(" -XX:AOTCache=" + cache() + " ");
    assertThat(trainings()).hasSize(1);
  }

  @Test
  void otherCommandsMakeNoCache() throws Exception {
    bridge("demo");

    assertThat(making()).doesNotExist();
    assertThat(trainings()).isEmpty();
  }

  @Test
  void anotherJavaOtherJarsAndOtherOptionsMakeAnotherCache() throws Exception {
    bridge("warm");
    Files.writeString(java25.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    bridge("run");
    await().until(() -> trainings().size() == 2 && !Files.exists(making()));
    Files.createDirectories(home.resolve("adapter/target/lib"));
    Files.writeString(home.resolve("adapter/target/lib/new.jar"), "");
    bridge("run");
    await().until(() -> trainings().size() == 3 && !Files.exists(making()));
    Files.writeString(home.resolve("config/jvm.options"), "-Xmx1g\n");
    bridge("run");
    await().until(() -> trainings().size() == 4 && !Files.exists(making()));

    bridge("run");
    assertThat(making()).doesNotExist();
    assertThat(trainings()).hasSize(4);
  }

  @Test
  void aCacheThatIsOfNoUseIsThrownAwayAndNotTriedAgainUntilAskedFor() throws Exception {
    Files.writeString(java25.resolve("useless"), "");
    Result failed = bridge("warm");
    bridge("run");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).endsWith("bridge: no cache was made; the bridge starts without\n");
    assertThat(home.resolve("adapter/target/ocpp-bridge.aot")).doesNotExist();
    assertThat(trainings()).hasSize(1);

    Files.delete(java25.resolve("useless"));
    assertThat(bridge("warm").code()).isZero();
  }

  @Test
  void aTrainingThatIsKilledLeavesTheBridgeWithoutACache() throws Exception {
    Files.writeString(java25.resolve("killed"), "");

    assertThat(bridge("warm").code()).isEqualTo(1);
    assertThat(bridge("convert").out()).doesNotContain("AOT");
  }

  @Test
  void twoAtOnceMakeOneCacheAndALockLeftBehindIsTakenOverAfterAWhile() throws Exception {
    bridge("--version");
    Files.createDirectories(making());
    assertThat(bridge("warm").code()).isEqualTo(1);
    assertThat(bridge("run").code()).isZero();
    assertThat(trainings()).isEmpty();

    Files.setLastModifiedTime(making(), FileTime.from(OLD));
    await("that run may only now look").until(() -> bridge("warm").code() == 0);
    assertThat(making()).doesNotExist();
  }

  @Test
  void optionsAreHandedOnAndThoseOfAnotherCacheAreLeftAlone() throws Exception {
    bridge("warm");
    String bridge = home.resolve("bridge").toString();
    String java = java25.toString();

    assertThat(
            run(Map.of("JAVA_HOME", java, "BRIDGE_JAVA_OPTIONS", "-Xmx2g -Dfiles=*"), bridge).out())
        .startsWith("25.0.1: " + options() + " -Xmx2g -Dfiles=* -XX:AOTCache=" + cache() + " -jar");
    assertThat(run(Map.of("JAVA_HOME", java, "BRIDGE_AOT", "off"), bridge, "run").out())
        .doesNotContain("AOT");
    assertThat(
            run(Map.of("JAVA_HOME", java, "JAVA_TOOL_OPTIONS", "-Xshare:off"), bridge, "run").out())
        .doesNotContain("AOT");
    assertThat(trainings()).hasSize(1);
  }

  private String options() throws IOException {
    return "@" + home.toRealPath().resolve("config/jvm.options");
  }

  private String cache() throws IOException {
    return home.toRealPath().resolve("adapter/target/ocpp-bridge.aot").toString();
  }

  private Path making() {
    return home.resolve("adapter/target/ocpp-bridge.aot.making");
  }

  private Path madeWith() {
    return home.resolve("adapter/target/ocpp-bridge.aot.made-with");
  }

  private List<String> trainings() throws IOException {
    Path told = java25.resolve("trainings");
    return Files.exists(told) ? Files.readAllLines(told) : List.of();
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
            + "' >&2; exit; fi; "
            + TRAINING
            + "echo \""
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
