package org.ocppbridge.adapter.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  void files_follow_each_other_and_a_few_that_are_released_are_written_over() throws IOException {
    try (Journal journal = new Journal(place(), OWNER, 1)) {
      for (int i = 0; i < 16; i++) {
        journal.append(parts(LARGE));
      }
      assertThat(files()).containsExactly(1L, 4L, 7L, 10L, 13L, 16L);
      assertThat(after(0)).hasSize(16);

      journal.release(5);
      assertThat(after(5)).hasSize(11);
      journal.release(16);
      assertThat(files()).as("three are kept").containsExactly(1L, 4L, 7L, 16L);
      assertThat(after(16)).isEmpty();

      for (int i = 0; i < 4; i++) {
        journal.append(parts("another"));
        journal.append(parts(LARGE));
      }
      assertThat(files()).containsExactly(4L, 7L, 16L, 21L);
      assertThat(after(16)).hasSize(8);
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
              Tail tail = SyncedFile.open(file);
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

  /** What lies behind the frames of a file that is written over looks like frames, and is none. */
  @ParameterizedTest(name = "with seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void all_that_was_appended_is_found_after_each_crash_and_nothing_else(long seed)
      throws IOException {
    Random random = new Random(seed);
    Place place = new Place(folder, "journal-", UnsyncedFile::new);
    NavigableMap<Long, String> appended = new TreeMap<>();
    long released = 0;
    for (int crash = 0; crash < 30; crash++) {
      long last = released;
      try (Journal journal = new Journal(place, OWNER, last + 1, 2_000)) {
        for (int i = random.nextInt(100); i > 0; i--) {
          String text = "x".repeat(random.nextInt(400));
          last = journal.append(parts(text));
          appended.put(last, last + " " + text);
          if (random.nextInt(10) == 0) {
            released += random.nextLong(last - released + 1);
            journal.release(released);
          }
        }
      }
      if (random.nextBoolean()) {
        tear(last + 1, random);
      }

      assertThat(after(released))
          .containsExactlyElementsOf(appended.tailMap(released, false).values());
      released = last;
      if (random.nextInt(4) > 0) {
        new Recovery(place, OWNER).delete();
      }
    }
  }

  /** Of a frame that was not synced any part may be on the disk. */
  private void tear(long number, Random random) throws IOException {
    List<Place.Segment> segments = place().segments();
    if (segments.isEmpty()) {
      return;
    }
    long file = segments.getLast().first();
    int end = frames(file).length;
    byte[] bytes = Files.readAllBytes(place().file(file));
    ByteBuffer frame = ByteBuffer.allocate(1000);
    Frame.put(frame, Frame.BODY, number, List.of(new byte[980]));
    byte[] torn = Arrays.copyOf(bytes, Math.max(bytes.length, end + 1000));
    int hole = random.nextInt(10);
    for (int block = 0; block < 10; block++) {
      if (block != hole && random.nextBoolean()) {
        System.arraycopy(frame.array(), block * 100, torn, end + block * 100, 100);
      }
    }
    torn[end + hole * 100] = (byte) (frame.get(hole * 100) + 1);
    Files.write(place().file(file), torn);
  }

  @Test
  void a_copy_of_a_journal_that_is_written_has_all_that_was_appended_before() throws Exception {
    Path copies = Files.createDirectory(folder.resolve("copies"));
    Place place = new Place(folder, "journal-", UnsyncedFile::new);
    AtomicLong last = new AtomicLong();
    AtomicBoolean stop = new AtomicBoolean();
    try (Journal journal = new Journal(place, OWNER, 1, 100_000);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> writer =
          thread.submit(
              () -> {
                while (!stop.get()) {
                  last.set(journal.append(parts("x".repeat(3_000))));
                  journal.release(last.get() - 100);
                }
                return null;
              });
      try {
        for (int i = 0; i < 100; i++) {
          Place copy = Place.in(copies, i + "-");
          long before = last.get();
          new Recovery(place, OWNER).copy(copy);
          long released = Math.max(0, last.get() - 100);
          List<Long> copied = new ArrayList<>();
          new Recovery(copy, OWNER).after(released, (number, body) -> copied.add(number));
          assertThat(copied.isEmpty() ? released : copied.getLast()).isGreaterThanOrEqualTo(before);
        }
      } finally {
        stop.set(true);
      }
      writer.get();
    }
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

  /** A file up to the end of its last frame. */
  private byte[] frames(long first) throws IOException {
    byte[] file = Files.readAllBytes(place().file(first));
    int end = 0;
    for (Frame frame = Frame.at(ByteBuffer.wrap(file), 0);
        frame != null && frame.number() >= first;
        frame = Frame.at(ByteBuffer.wrap(file), end)) {
      end = frame.end();
    }
    return Arrays.copyOf(file, end);
  }

  private List<Long> files() throws IOException {
    return place().segments().stream().map(Place.Segment::first).toList();
  }

  /** A file that is on the disk some time. */
  private static final class UnsyncedFile implements Tail {
    private final FileChannel channel;

    UnsyncedFile(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      channel.write(bytes);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
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
