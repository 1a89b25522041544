package org.ocppbridge.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinBookTest {

  private static final int MAX = 1_000;

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void twoPins() {
    file = folder.resolve("data").resolve("pins.jsonl");
    PinBook book = book();
    book.add(pin("CP-1"));
    book.add(pin("CP-2"));
  }

  private PinBook book() {
    return new PinBook(Optional.of(file), MAX);
  }

  private static Pin pin(String id) {
    return new Pin(id, "ACME", "One", "1", "10.1.1.1", Instant.EPOCH);
  }

  @Test
  void eachPinIsInTheFileAtOnceAndTheFileNeverHalfWritten() throws IOException {
    assertThat(Files.readString(file)).hasLineCount(2).endsWith("\n");
    assertThat(book().find("CP-2")).contains(pin("CP-2"));
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aLastLineThatACrashCutOffIsLeftOutAndNoOther() throws IOException {
    String whole = Files.readString(file);
    Files.writeString(file, whole + whole.substring(0, 30));

    PinBook after = book();

    assertThat(after.find("CP-1")).contains(pin("CP-1"));
    assertThat(after.find("CP-2")).contains(pin("CP-2"));
    assertThat(Files.readString(file)).hasLineCount(2).endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"CP-1\",\"vend", "\0\0\0\0", "", "null", "{}", "[]", "CP-1"})
  void anyOtherDamageEndsTheStartAndForgetsNoPin(String damaged) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String before = damaged + "\n" + lines.get(1) + "\n";
    Files.writeString(file, before);

    assertThatThrownBy(this::book)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pins.jsonl: line 1 is damaged")
        .hasMessageContaining("put back a copy");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void whatAFullDiskDidNotTakeIsWrittenWithTheNextPin() throws IOException {
    PinBook book = book();
    Path away = folder.resolve("away");
    Files.move(file.getParent(), away);
    book.add(pin("CP-3"));
    assertThat(book.find("CP-3")).isPresent();
    Files.move(away, file.getParent());

    book.add(pin("CP-4"));

    PinBook after = book();
    assertThat(List.of("CP-1", "CP-2", "CP-3", "CP-4")).allMatch(id -> after.find(id).isPresent());
  }

  @Test
  void manyThatAreHeardForTheFirstTimeAreAllKept() {
    PinBook book = book();
    IntStream.range(10, 200).parallel().forEach(i -> book.add(pin("CP-" + i)));
    PinBook after = book();
    assertThat(IntStream.range(10, 200)).allMatch(i -> after.find("CP-" + i).isPresent());
  }
}
