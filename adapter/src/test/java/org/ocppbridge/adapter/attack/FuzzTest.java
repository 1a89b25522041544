package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.convert.FuzzConvert;
import org.ocppbridge.adapter.csms.FuzzJsonReader;
import org.ocppbridge.adapter.soap.in.FuzzSoapReader;

/**
 * Coverage-guided fuzzing with Jazzer, each target in a process of its own, beginning with the
 * recorded cases. Here the same few thousand inputs each time, so that it ends alike on any
 * machine; {@code -Dfuzz.seconds=3600} tries other ones for so long, and {@code -Dfuzz.corpus=DIR}
 * keeps what was found to be interesting.
 */
class FuzzTest {

  private static final Optional<Integer> SECONDS =
      Optional.ofNullable(Integer.getInteger("fuzz.seconds"));

  /** Inputs of the short form. */
  private static final int RUNS = 5_000;

  /** An end of the short form on a machine that has much else to do. */
  private static final int SHORT_SECONDS_MAX = 30;

  /**
   * Longest time of one input, in seconds of the clock; a target that takes longer hangs. Inputs
   * take microseconds, so this is for machines that have much else to do.
   */
  private static final int HANG_SECONDS = 60;

  private static final int INPUT_MAX = 64 << 10;
  private static final int HEAP_MB = 512;

  private static final Path CASES = Path.of("..", "mappings", "src", "test", "resources", "cases");

  private static final ObjectMapper YAML = new YAMLMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(classes = {FuzzSoapReader.class, FuzzJsonReader.class, FuzzConvert.class})
  void nothingCrashesHangsOrLeaks(Class<?> target) throws IOException, InterruptedException {
    assumeTrue(isKnownMachine(), "Jazzer has no native part for this machine");
    Path corpus = corpus(target);
    seeds(corpus, target.equals(FuzzConvert.class));
    Process process = new ProcessBuilder(command(target, corpus)).redirectErrorStream(true).start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();

    String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    assertThat(process.waitFor()).as(end).isZero();
    assertThat(end).contains("Done ");
  }

  private List<String> command(Class<?> target, Path corpus) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Victim.javaProgram(),
                "-Xmx" + HEAP_MB + "m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.ocppbridge.**",
                "--custom_hook_includes=org.ocppbridge.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + SECONDS.orElse(SHORT_SECONDS_MAX),
                "-timeout=" + HANG_SECONDS,
                "-max_len=" + INPUT_MAX,
                "-rss_limit_mb=" + 4 * HEAP_MB));
    if (SECONDS.isEmpty()) {
      command.addAll(List.of("-seed=1", "-runs=" + RUNS));
    }
    command.add(corpus.toString());
    return command;
  }

  private Path corpus(Class<?> target) throws IOException {
    String kept = System.getProperty("fuzz.corpus");
    Path all = kept == null ? folder : Path.of(kept);
    return Files.createDirectories(all.resolve(target.getSimpleName()));
  }

  private static void seeds(Path corpus, boolean choice) throws IOException {
    int number = 0;
    for (String message : recorded()) {
      byte[] text = message.getBytes(StandardCharsets.UTF_8);
      byte[] first = choice ? new byte[] {(byte) (number % 6)} : new byte[0];
      byte[] seed = Arrays.copyOf(first, first.length + text.length);
      System.arraycopy(text, 0, seed, first.length, text.length);
      Files.write(corpus.resolve("seed-" + number++), seed);
    }
  }

  /** What chargers and CSMSs say in the case files of the mappings. */
  private static List<String> recorded() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        JsonNode recorded = YAML.readTree(Files.readString(file));
        if (recorded.path("soap").isTextual()) {
          all.add(recorded.path("soap").asText());
        }
        recorded
            .path("call")
            .properties()
            .forEach(
                call -> all.add("[2,\"1\",\"" + call.getKey() + "\"," + call.getValue() + "]"));
      }
    }
    assertThat(all).hasSizeGreaterThan(100);
    return all;
  }

  private static boolean isKnownMachine() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return List.of("amd64", "x86_64", "aarch64").contains(machine)
        && !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("freebsd");
  }
}
