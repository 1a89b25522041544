package org.ocppbridge.adapter.store.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Writes of a few chargers as the store might make them, in any order. */
final class RandomWrites {

  /** What a charger has. */
  private static final class Known {
    private boolean stored;
    private long lastSeq;
    private long lastLetter;
    private final TreeSet<Long> outbox = new TreeSet<>();
    private final TreeSet<Long> letters = new TreeSet<>();

    Known() {}

    Known(Known other) {
      stored = other.stored;
      lastSeq = other.lastSeq;
      lastLetter = other.lastLetter;
      outbox.addAll(other.outbox);
      letters.addAll(other.letters);
    }
  }

  private final Random random;
  private Map<String, Known> chargers = new HashMap<>();
  private Map<String, Known> before = new HashMap<>();

  RandomWrites(long seed) {
    this.random = new Random(seed);
    for (String charger : List.of("CP-1", "CP-2", "CP-3", "Ladesäule 4 \uD83D\uDD0C")) {
      chargers.put(charger, new Known());
    }
  }

  List<String> chargers() {
    return List.copyOf(chargers.keySet());
  }

  /** The last write was not kept. */
  void takeBack() {
    chargers = before;
  }

  Write next() {
    before = new HashMap<>();
    chargers.forEach((id, known) -> before.put(id, new Known(known)));
    if (random.nextInt(20) == 0) {
      Write heard = new Write();
      chargers.keySet().forEach(id -> heard.add(Sql.HEARD, random.nextLong(1000), id));
      return heard.add(Sql.ABOUT, "probe", "x" + random.nextInt(3));
    }
    List<String> ids = new ArrayList<>(chargers.keySet());
    String id = ids.get(random.nextInt(ids.size()));
    Known known = chargers.get(id);
    Write write = new Write();
    if (random.nextInt(25) == 0 && known.stored && known.outbox.isEmpty()) {
      known.stored = false;
      return write.add(Sql.FORGET_PIECES, id).add(Sql.FORGET_KEPT, id).add(Sql.FORGET, id, 0L);
    }
    for (int i = random.nextInt(6); i >= 0; i--) {
      add(write, id, known);
    }
    known.stored = true;
    return write.add(
        Sql.CURSOR, id, 0L, known.lastSeq, known.outbox.size(), 0L, known.lastLetter, 0, 0L);
  }

  private void add(Write write, String id, Known known) {
    String item = "item" + random.nextInt(4);
    switch (random.nextInt(10)) {
      case 0, 1 ->
          write.add(Sql.PUT, id, "kind", item, random.nextLong(100), "é\"" + random.nextInt());
      case 2 -> write.add(Sql.CUT, id, "kind", item);
      case 3, 4 -> append(write, id, known);
      case 5, 6 -> take(write, id, known);
      case 7 -> keep(write, id, known);
      case 8 -> write.add(Sql.RELEASE, id, known.lastSeq - random.nextInt(4));
      default -> letter(write, id, known);
    }
  }

  private void append(Write write, String id, Known known) {
    known.outbox.add(++known.lastSeq);
    Integer tx = random.nextBoolean() ? random.nextInt(3) : null;
    write.add(Sql.APPEND, id, known.lastSeq, tx, 0, 5L, 0, 5L, "m" + random.nextInt());
  }

  private void take(Write write, String id, Known known) {
    if (known.outbox.isEmpty()) {
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> write.add(Sql.REFUSE, random.nextInt(9), 7L, id, known.outbox.first());
      case 1 -> write.add(Sql.TAKE, id, known.outbox.pollLast());
      default -> write.add(Sql.TAKE, id, known.outbox.pollFirst());
    }
  }

  private void keep(Write write, String id, Known known) {
    String topic = "topic" + random.nextInt(2);
    write
        .add(Sql.KEEP, id, ++known.lastSeq, topic, 5L, "k" + random.nextInt())
        .add(Sql.TRIM_TOPIC, id, topic, id, topic, 2)
        .add(Sql.TRIM, id, id, 3);
  }

  private void letter(Write write, String id, Known known) {
    if (random.nextBoolean() && !known.letters.isEmpty()) {
      write.add(Sql.UNBURY, id, known.letters.pollFirst());
      return;
    }
    known.letters.add(++known.lastLetter);
    write.add(Sql.BURY, id, known.lastLetter, 5L, "why", 5L, 5L, 0, "d" + random.nextInt());
    if (known.letters.size() > 3) {
      known.letters.pollFirst();
      write.add(Sql.TRIM_LETTERS, id, id, 3);
    }
  }
}
