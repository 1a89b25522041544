package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Reply;

/** What is kept is found, in bounds and after a crash. */
class ExchangeLedgerTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir private Path folder;
  @TempDir private Path copy;
  private Instant now = NOON;
  private final InstantSource clock = () -> now;

  private ExchangeLedger open(LedgerSettings settings) throws IOException {
    return ExchangeLedger.open(folder, settings, clock);
  }

  private ExchangeLedger open() throws IOException {
    return open(LedgerSettings.DEFAULT);
  }

  /** One exchange a millisecond. */
  private void heartbeat(ExchangeLedger ledger, String charger, String text) {
    now = now.plusMillis(1);
    Recording recording = ledger.begin(Direction.TO_CSMS, Origin.CHARGER);
    recording.charger(charger, "1.6");
    recording.operation("Heartbeat");
    recording.soap(
        Wire.Way.CHARGER_TO_BRIDGE, 0, ("<x>" + text + "</x>").getBytes(StandardCharsets.UTF_8));
    recording.answered();
  }

  private static List<String> texts(Page page) {
    return page.exchanges().stream().map(e -> e.wire().getFirst().text()).toList();
  }

  @Test
  void pages_lead_from_the_newest_to_the_oldest_over_blocks_and_the_tail() throws IOException {
    String filling = "y".repeat(2_000);
    try (ExchangeLedger ledger = open()) {
      for (int i = 0; i < 1_000; i++) {
        heartbeat(ledger, "CP-" + i % 10, i + filling);
      }
      ledger.catchUp();

      List<String> all = new ArrayList<>();
      Page page = ledger.search(Filter.of("CP-3"), Long.MAX_VALUE, 30);
      all.addAll(texts(page));
      while (page.next().isPresent()) {
        page = ledger.search(Filter.of("CP-3"), page.next().get(), 30);
        all.addAll(texts(page));
      }

      assertThat(all).hasSize(100);
      assertThat(all.getFirst()).startsWith("<x>993y");
      assertThat(all.getLast()).startsWith("<x>3y");
      Instant tenth = NOON.plusMillis(11);
      assertThat(ledger.search(Filter.ALL.within(NOON, tenth), Long.MAX_VALUE, 100).exchanges())
          .hasSize(10);
      assertThat(ledger.search(Filter.ALL.withText("<X>77Y"), Long.MAX_VALUE, 9).exchanges())
          .singleElement()
          .satisfies(one -> assertThat(ledger.find(one.id())).contains(one));
      assertThat(ledger.search(Filter.of("CP-99"), Long.MAX_VALUE, 9).exchanges()).isEmpty();
      List<Exchange> exported = new ArrayList<>();
      ledger.export(Filter.of("CP-1"), exported::add);
      assertThat(exported).hasSize(100).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
    }
  }

  @Test
  void what_was_written_is_there_after_a_restart_and_after_a_kill_but_for_a_torn_line()
      throws IOException {
    String filling = "z".repeat(2_000);
    ExchangeLedger first = open();
    for (int i = 0; i < 300; i++) {
      heartbeat(first, "CP-1", i + filling);
    }
    first.catchUp();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path segment;
    try (Stream<Path> files = Files.list(copy)) {
      segment = files.filter(Segment::isOne).findFirst().orElseThrow();
    }
    Files.write(segment, new byte[] {0x1f, (byte) 0x8b, 8, 4, 1}, StandardOpenOption.APPEND);
    Files.writeString(copy.resolve("tail.ndjson"), "{\"id\":17,\"beg", StandardOpenOption.APPEND);

    try (ExchangeLedger killed = ExchangeLedger.open(copy, LedgerSettings.DEFAULT, clock)) {
      assertThat(killed.search(Filter.ALL, Long.MAX_VALUE, 500).exchanges()).hasSize(300);
      heartbeat(killed, "CP-1", "more");
      killed.catchUp();
      assertThat(killed.search(Filter.ALL, Long.MAX_VALUE, 500).exchanges()).hasSize(301);
    }
    first.close();
    try (ExchangeLedger again = open()) {
      assertThat(again.search(Filter.ALL, Long.MAX_VALUE, 500).exchanges()).hasSize(300);
      assertThat(again.counts().segments()).isOne();
    }
  }

  @Test
  void all_that_was_over_before_is_written_once_it_has_caught_up() throws IOException {
    try (ExchangeLedger ledger = open()) {
      for (int i = 1; i <= 20_000; i++) {
        heartbeat(ledger, "CP-1", "soon");
        ledger.catchUp();
        assertThat(ledger.counts().written()).isEqualTo(i);
      }
    }
  }

  @Test
  void the_oldest_go_when_there_is_too_much_or_they_are_too_old() throws IOException {
    LedgerSettings small = new LedgerSettings(200_000, Duration.ofDays(2), Duration.ZERO);
    Random random = new Random(1);
    try (ExchangeLedger ledger = open(small)) {
      for (int i = 0; i < 1_000; i++) {
        heartbeat(ledger, "CP-1", random.ints(500).boxed().toList().toString());
        if (i % 100 == 0) {
          ledger.catchUp();
        }
      }
      ledger.catchUp();
      assertThat(ledger.counts().bytes()).isLessThan(400_000);
      assertThat(ledger.counts().written()).isEqualTo(1_000);
      now = now.plus(Duration.ofDays(1));
      ledger.tidy();
      heartbeat(ledger, "CP-1", "young");
      ledger.catchUp();
      now = now.plus(Duration.ofDays(1)).plusSeconds(60);
      ledger.tidy();
      Page left = ledger.search(Filter.ALL, Long.MAX_VALUE, 500);
      assertThat(left.exchanges()).hasSize(1);
      assertThat(texts(left)).containsExactly("<x>young</x>");
    }
  }

  @Test
  void tokens_go_when_they_are_too_old_and_the_exchanges_stay() throws IOException {
    LedgerSettings settings = new LedgerSettings(1 << 30, Duration.ZERO, Duration.ofDays(8));
    try (ExchangeLedger ledger = open(settings)) {
      heartbeat(ledger, "CP-1", "<idTag>OLD-TAG</idTag>");
      ledger.catchUp();
      now = now.plus(Duration.ofDays(2));
      ledger.tidy();
      heartbeat(ledger, "CP-1", "<idTag>NEW-TAG</idTag>");
      ledger.catchUp();
      now = now.plus(Duration.ofDays(7));
      ledger.tidy();

      assertThat(texts(ledger.search(Filter.ALL, Long.MAX_VALUE, 9)))
          .containsExactly("<x><idTag>NEW-TAG</idTag></x>", "<x><idTag>erased</idTag></x>");
    }
    try (ExchangeLedger again = open(settings)) {
      assertThat(again.search(Filter.ALL, Long.MAX_VALUE, 9).exchanges()).hasSize(2);
      assertThat(again.erase("new-tag")).isOne();
      assertThat(again.search(Filter.ALL.withText("TAG<"), Long.MAX_VALUE, 9).exchanges())
          .isEmpty();
    }
  }

  @Test
  void a_long_text_is_cut_and_an_exchange_without_end_is_bounded() throws IOException {
    try (ExchangeLedger ledger = open()) {
      heartbeat(ledger, "CP-1", "w".repeat(LedgerSettings.TEXT_MAX));
      Recording many = ledger.begin(Direction.TO_CHARGER, Origin.CSMS);
      for (int i = 0; i < 300; i++) {
        many.json(Wire.Way.CSMS_TO_BRIDGE, false, "[2]");
      }
      many.losses(List.of(Loss.dropped("a", "b")));
      many.answered();
      ledger.catchUp();

      List<Exchange> both = ledger.search(Filter.ALL, Long.MAX_VALUE, 9).exchanges();
      assertThat(both.getFirst().wire()).hasSize(Recording.WIRES_MAX);
      assertThat(both.getFirst().detail()).contains("100 more messages");
      assertThat(both.getFirst().losses()).containsExactly(new Lost("dropped", "a", "b"));
      Wire cut = both.getLast().wire().getFirst();
      assertThat(cut.text()).hasSizeLessThan(LedgerSettings.TEXT_MAX + 50).contains("… (cut, ");
      assertThat(cut.length()).isEqualTo(LedgerSettings.TEXT_MAX + 7);
    }
  }

  @Test
  void an_exchange_waits_for_the_answers_to_what_it_sent() throws IOException {
    try (ExchangeLedger ledger = open();
        Subscription live = ledger.subscribe(Filter.ALL)) {
      Recording recording = ledger.begin(Direction.TO_CSMS, Origin.CHARGER);
      recording.operation("MeterValues");
      Sending sending = recording.sends("TransactionEvent", 7);
      recording.answered();
      sending.sent("[2,\"1\",\"TransactionEvent\",{}]");
      sending.received("[3,\"1\",{}]");
      sending.done(new Reply.Result(null));
      sending.done(new Reply.None("late"));

      Exchange shown = next(live);
      assertThat(shown.wire()).hasSize(2);
      assertThat(shown.actions()).containsExactly("TransactionEvent");
      assertThat(shown.kept()).containsExactly(7L);
      assertThat(shown.outcome()).isEqualTo(Outcome.ANSWERED);
    }
  }

  private static Exchange next(Subscription live) {
    try {
      return live.next(Duration.ofSeconds(10)).orElseThrow();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_slow_watcher_misses_some_and_holds_up_nobody() throws IOException {
    try (ExchangeLedger ledger = open();
        Subscription slow = ledger.subscribe(Filter.of("CP-1"))) {
      for (int i = 0; i < Subscription.WAITING_MAX + 10; i++) {
        heartbeat(ledger, "CP-1", "x");
        heartbeat(ledger, "CP-2", "x");
      }
      ledger.catchUp();
      assertThat(slow.missed()).isEqualTo(10);
      assertThat(next(slow).charger()).isEqualTo("CP-1");
    }
  }

  @Test
  void nothing_is_noted_when_the_ledger_is_off() {
    Recording none = ExchangeRecorder.NONE.begin(Direction.TO_CSMS, Origin.CHARGER);
    none.charger("CP-1", "1.6");
    none.sends("Heartbeat", 0).done(new Reply.None("x"));
    none.answered();
    assertThat(none.isOpen()).isFalse();
    assertThat(none.during(Recording::current)).isSameAs(Recording.NONE);
  }
}
