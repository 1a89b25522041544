package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/security.md} names are there. */
class ThreatTableTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|Case))(?:#(\\w+))?`");

  private static final Pattern IN_TESTS = Pattern.compile("(?:Test|Case)\\.java$");

  @Test
  void everyThreatNamesATestThatIsThere() throws IOException {
    Map<String, String> sources = sources();
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs").resolve("security.md")).stream()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.startsWith("| threat") && !line.startsWith("| ---"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(30);
    for (String row : rows) {
      Matcher named = TEST.matcher(row);
      assertThat(named.find()).as("a test in: " + row).isTrue();
      do {
        String source = sources.get(named.group(1));
        assertThat(source).as(named.group(1)).isNotNull();
        if (named.group(2) != null) {
          assertThat(source).as(named.group()).contains("void " + named.group(2) + "(");
        }
      } while (named.find());
    }
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("adapter", "mappings", "wsdl")) {
      Path folder = ROOT.resolve(module).resolve("src").resolve("test").resolve("java");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file :
              files.filter(each -> IN_TESTS.matcher(each.toString()).find()).toList()) {
            String name = file.getFileName().toString().replace(".java", "");
            sources.merge(name, Files.readString(file), String::concat);
          }
        }
      }
    }
    return sources;
  }
}
