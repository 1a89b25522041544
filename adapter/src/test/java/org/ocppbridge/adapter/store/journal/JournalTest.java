package org.ocppbridge.adapter.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.store.StoreException;

class JournalTest {
  private static final UUID OWNER = new UUID(1, 2);
  private static final String LARGE = "x".repeat(Journal.FILE_MAX / 3);

  @TempDir private Path folder;

  private Place place() {
    return Place.in(folder, "journal-");
  }

  @Test
  void what_was_appended_is_read_in_order_after_a_number() throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 11)) {
      assertThat(journal.append(parts("a", "b"))).isEqualTo(11);
      assertThat(journal.append(parts("c"))).isEqualTo(12);
      assertThat(journal.append(parts())).isEqualTo(13);
    }

    assertThat(after(10)).containsExactly("11 ab", "12 c", "13 ");
    assertThat(after(11)).containsExactly("12 c", "13 ");
    assertThat(after(13)).isEmpty();
    assertThat(after(500)).isEmpty();
  }

  @Test
  void a_frame_that_is_torn_at_whatever_byte_is_cut_off_and_those_before_it_are_not()
      throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      journal.append(parts("first"));
    }
    int whole = frames(1).length;
    Files.delete(place().file(1));
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      journal.append(parts("first"));
      journal.append(parts("second"));
    }
    byte[] all = frames(1);

    for (int length = whole; length < all.length; length++) {
      byte[] zeros = Arrays.copyOf(Arrays.copyOf(all, length), all.length);
      Files.write(place().file(1), zeros);
      assertThat(after(0)).as("zeros from byte %d on", length).containsExactly("1 first");
      Files.write(place().file(1), Arrays.copyOf(all, length));
      assertThat(after(0)).as("cut off at byte %d", length).containsExactly("1 first");
      all[length] ^= 4;
      Files.write(place().file(1), all);
      all[length] ^= 4;
      assertThat(after(0)).as("byte %d is wrong", length).containsExactly("1 first");
    }
  }

  @Test
  void a_file_that_was_begun_and_no_more_holds_nothing() throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      journal.append(parts());
    }
    byte[] head = Arrays.copyOf(Files.readAllBytes(place().file(1)), 40);
    for (int length = 0; length <= head.length; length++) {
      Files.write(place().file(1), Arrays.copyOf(head, length));
      assertThat(after(0)).isEmpty();
    }
  }

  @Test
  void a_bad_byte_with_a_sound_frame_after_it_is_damage_and_nothing_is_handed_over()
      throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      journal.append(parts("first"));
      journal.append(parts("second"));
      journal.append(parts("third"));
    }
    byte[] all = frames(1);
    int third = all.length - Frame.OVERHEAD - "third".length();

    for (int at = 0; at < third; at++) {
      byte[] bad = all.clone();
      bad[at] ^= 4;
      Files.write(place().file(1), bad);
      assertDamaged(0, "damaged");
      assertThat(Files.readAllBytes(place().file(1))).isEqualTo(bad);
    }
  }

  @Test
  void files_follow_each_other_and_go_when_all_in_them_is_released() throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      for (int i = 0; i < 10; i++) {
        journal.append(parts(LARGE));
      }
      assertThat(place().segments())
          .extracting(Place.Segment::first)
          .containsExactly(1L, 4L, 7L, 10L);
      assertThat(after(0)).hasSize(10);

      journal.release(5);
      assertThat(place().segments()).extracting(Place.Segment::first).containsExactly(4L, 7L, 10L);
      assertThat(after(5)).hasSize(5);
      journal.release(10);
      assertThat(place().segments()).extracting(Place.Segment::first).containsExactly(10L);
      assertThat(after(10)).isEmpty();
    }
  }

  @Test
  void a_file_that_is_missing_or_ends_too_early_is_damage_unless_it_is_not_needed()
      throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      for (int i = 0; i < 9; i++) {
        journal.append(parts(LARGE));
      }
    }
    byte[] middle = frames(4);
    Files.write(place().file(4), Arrays.copyOf(middle, middle.length - 1));
    assertDamaged(0, "no frame 6");
    assertDamaged(5, "no frame 6");
    assertThat(after(6)).hasSize(3);

    Files.delete(place().file(4));
    assertDamaged(0, "no frame 4");
    assertDamaged(5, "no frame 4");
    assertThat(after(6)).hasSize(3);
    Files.delete(place().file(1));
    assertDamaged(5, "frames from 6 on are missing");
    assertThat(after(7)).hasSize(2);
  }

  @Test
  void what_was_not_appended_does_not_count_even_if_it_is_in_the_file() throws IOException {
    boolean[] broken = {false};
    Place breaking =
        new Place(
            folder,
            "journal-",
            file -> {
              Tail tail = SyncedFile.create(file);
              return new Tail() {
                @Override
                public void append(ByteBuffer bytes) throws IOException {
                  tail.append(bytes);
                  if (broken[0]) {
                    throw new IOException("broken");
                  }
                }

                @Override
                public void close() throws IOException {
                  tail.close();
                }
              };
            });
    try (Journal journal = new Journal(breaking, OWNER, 1)) {
      journal.append(parts("a"));
      broken[0] = true;
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(() -> journal.append(parts("not kept")));
      }
      broken[0] = false;
      assertThat(journal.append(parts("b"))).isEqualTo(2);
      assertThat(journal.append(parts("c"))).isEqualTo(3);
    }

    assertThat(after(0)).containsExactly("1 a", "2 b", "3 c");
  }

  @Test
  void the_journal_of_another_store_and_of_another_format_is_refused() throws IOException {
    try (Journal journal = new Journal(place(), new UUID(3, 4), 1)) {
      journal.append(parts("a"));
    }
    assertDamaged(0, "belongs to another store");

    byte[] file = Files.readAllBytes(place().file(1));
    ByteBuffer newer = ByteBuffer.allocate(60);
    Frame.put(newer, Frame.HEAD, 1, List.of(ByteBuffer.allocate(20).putInt(0, 9).array()));
    System.arraycopy(newer.array(), 0, file, 0, 40);
    Files.write(place().file(1), file);
    assertDamaged(0, "format 9");
  }

  @Test
  void other_files_in_the_folder_are_left_alone() throws IOException {
    for (String name : List.of("journal-", "journal-1", "journal-x", "journal", "other")) {
      Files.writeString(folder.resolve(name), "precious");
    }
    assertThat(after(0)).isEmpty();
    new Recovery(place(), OWNER).delete();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(5);
    }
  }

  /** A file without the zeros that wait for further frames. */
  private byte[] frames(long first) throws IOException {
    byte[] file = Files.readAllBytes(place().file(first));
    int end = 0;
    for (Frame frame = Frame.at(ByteBuffer.wrap(file), 0);
        frame != null;
        frame = Frame.at(ByteBuffer.wrap(file), end)) {
      end = frame.end();
    }
    return Arrays.copyOf(file, end);
  }

  private void assertDamaged(long number, String why) {
    List<String> read = new ArrayList<>();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new Recovery(place(), OWNER).after(number, (n, body) -> read.add(n + "")))
        .withMessageContaining(why)
        .withMessageContaining(folder.toString());
    assertThat(read).isEmpty();
  }

  private List<String> after(long number) throws IOException {
    List<String> read = new ArrayList<>();
    new Recovery(place(), OWNER)
        .after(number, (n, body) -> read.add(n + " " + StandardCharsets.UTF_8.decode(body)));
    return read;
  }

  private static List<byte[]> parts(String... parts) {
    return Arrays.stream(parts).map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
