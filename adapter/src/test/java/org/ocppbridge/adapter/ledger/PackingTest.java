package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Segments are files of their kind for every other program too. */
class PackingTest {
  private static final String LINE =
      "{\"id\":%d,\"began\":\"2026-05-01T12:00:00Z\",\"charger\":\"CP-1\",\"outcome\":\"answered\"}";

  private static final LedgerSettings AGELESS =
      new LedgerSettings(1 << 30, Duration.ZERO, Duration.ZERO);

  @TempDir private Path folder;

  private static Block.Packed block(Packing packing, long id) {
    byte[] text = (LINE.formatted(id) + "\n").getBytes(StandardCharsets.UTF_8);
    ChargerSet chargers = new ChargerSet();
    chargers.add("CP-1");
    return Block.pack(new Block.Lines(text, text.length, 1, id, id, chargers), packing);
  }

  private Segment segment(Packing packing) throws IOException {
    return Segment.begin(folder, 1, packing).append(block(packing, 1)).append(block(packing, 2));
  }

  private static InputStream others(Packing packing, Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    return switch (packing) {
      case ZSTD -> new ZstdInputStream(file);
      case GZIP -> new GZIPInputStream(file);
    };
  }

  @ParameterizedTest
  @EnumSource
  void other_programs_read_the_lines_and_nothing_else(Packing packing) throws IOException {
    Segment written = segment(packing);
    try (InputStream in = others(packing, written.path())) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(LINE.formatted(1), LINE.formatted(2));
    }
    Segment read = Segment.open(written.path());
    assertThat(read.packing()).isEqualTo(packing);
    assertThat(read.blocks()).hasSize(2);
    try (FileChannel file = read.read()) {
      assertThat(read.blocks().getLast().lines(file)).isEqualTo(List.of(LINE.formatted(2)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_damaged_block_is_told_and_not_taken_for_another_text(Packing packing) throws IOException {
    Segment written = segment(packing);
    byte[] bytes = Files.readAllBytes(written.path());
    for (int i = packing.head().length + Block.NOTE;
        i < written.blocks().getFirst().length();
        i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x20;
      Files.write(written.path(), damaged);
      try (FileChannel file = written.read()) {
        List<String> lines = written.blocks().getFirst().lines(file);
        assertThat(lines).as("a byte without meaning, %d", i).containsExactly(LINE.formatted(1));
      } catch (IOException told) {
        assertThat(told).hasMessageContaining("damaged");
      }
    }
  }

  @Test
  void what_was_written_as_gzip_is_read_on() throws IOException {
    Path old = segment(Packing.GZIP).path();
    try (ExchangeLedger ledger = ExchangeLedger.open(folder, AGELESS, InstantSource.system())) {
      ledger.begin(Direction.TO_CSMS, Origin.CHARGER).answered();
      ledger.catchUp();
      assertThat(ledger.search(Filter.ALL, Long.MAX_VALUE, 9).exchanges()).hasSize(3);
    }
    assertThat(old).exists();
    try (ExchangeLedger again = ExchangeLedger.open(folder, AGELESS, InstantSource.system())) {
      assertThat(again.counts().segments()).isEqualTo(2);
      assertThat(again.search(Filter.ALL, Long.MAX_VALUE, 9).exchanges()).hasSize(3);
    }
  }

  @Test
  void a_text_of_another_length_is_told() {
    byte[] text = new byte[100];
    for (Packing packing : Packing.values()) {
      byte[] packed = packing.pack(text, text.length);
      assertThatThrownBy(() -> packing.unpack(ByteBuffer.wrap(packed), new byte[text.length + 1]))
          .isInstanceOf(IOException.class);
    }
  }
}
