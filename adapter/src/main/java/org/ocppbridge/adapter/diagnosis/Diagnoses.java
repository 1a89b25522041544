package org.ocppbridge.adapter.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mistakes that are present now. Each is said in the log when it comes up, and when it is over;
 * one that comes and goes is said once an hour. Safe for use by many threads.
 */
public final class Diagnoses implements Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnoses.class);

  /** Commands without answer in a row that make a habit. */
  static final int UNANSWERED_MIN = 3;

  /** Mistakes held of chargers; over it the one seen longest ago gives way. */
  static final int HELD_MAX = 50_000;

  /** Mistakes held of those who are not let in; anybody can make up more. */
  static final int STRANGERS_MAX = 1_000;

  /** A mistake of a stranger is forgotten when it was not seen for so long. */
  static final Duration STRANGERS_KEPT = Duration.ofHours(1);

  /** The same mistake of the same charger is said again after this time. */
  static final Duration SAID_AGAIN = Duration.ofHours(1);

  /** Lines about one mistake in {@link #WINDOW}; if thousands make it, these tell enough. */
  static final int LINES_MAX = 20;

  static final Duration WINDOW = Duration.ofMinutes(1);

  private record Key(String charger, Mistake mistake) {}

  private final InstantSource clock;
  private final Map<Key, Diagnosis> strangers = new ConcurrentHashMap<>();
  private final Map<Key, Diagnosis> chargers = new ConcurrentHashMap<>();
  private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
  private final LineBudget lines = new LineBudget(LINES_MAX, WINDOW);

  /** When something was said last; guarded by itself. */
  private final Map<Key, Instant> said =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
          return size() > HELD_MAX;
        }
      };

  public Diagnoses(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void noticed(Mistake mistake, String charger, String seen) {
    if (mistake == Mistake.COMMANDS_UNANSWERED
        && unanswered.merge(charger, 1, Integer::sum) < UNANSWERED_MIN) {
      return;
    }
    Instant now = clock.instant();
    Key key = new Key(charger, mistake);
    Map<Key, Diagnosis> held = held(mistake);
    makeRoom(held, key, Mistake.AT_THE_DOOR.contains(mistake) ? STRANGERS_MAX : HELD_MAX);
    Diagnosis diagnosis =
        held.compute(
            key,
            (same, before) ->
                before == null
                    ? Diagnosis.first(mistake, charger, seen, now)
                    : before.again(seen, now));
    if (diagnosis.times() == 1) {
      say(key, diagnosis, now);
    }
  }

  private Map<Key, Diagnosis> held(Mistake mistake) {
    return Mistake.AT_THE_DOOR.contains(mistake) ? strangers : chargers;
  }

  private static void makeRoom(Map<Key, Diagnosis> held, Key key, int max) {
    if (held.size() >= max && !held.containsKey(key)) {
      held.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().last()))
          .map(Map.Entry::getKey)
          .ifPresent(held::remove);
    }
  }

  private void say(Key key, Diagnosis diagnosis, Instant now) {
    Mistake mistake = key.mistake();
    if (mistake.hasItsOwnLine()) {
      return;
    }
    synchronized (said) {
      Instant before = said.get(key);
      if (before != null && now.isBefore(before.plus(SAID_AGAIN))) {
        return;
      }
      said.put(key, now);
    }
    switch (lines.take(mistake, now)) {
      case YES -> LOG.warn("{}", diagnosis.sentence());
      case LAST -> LOG.warn("{} Those of more chargers follow at debug", diagnosis.sentence());
      case NO -> LOG.debug("{}", diagnosis.sentence());
    }
  }

  @Override
  public void over(String charger, Set<Mistake> mistakes) {
    if (mistakes.contains(Mistake.COMMANDS_UNANSWERED)) {
      unanswered.remove(charger);
    }
    if (strangers.isEmpty() && chargers.isEmpty()) {
      return;
    }
    for (Mistake mistake : mistakes) {
      Diagnosis gone = held(mistake).remove(new Key(charger, mistake));
      if (gone != null) {
        LOG.info("charger {}: over: {}", Printable.of(charger), gone.meaning());
      }
    }
  }

  /** What is wrong with a charger, the latest first. */
  public List<Diagnosis> of(ChargerId charger) {
    forgetStrangers();
    return Arrays.stream(Mistake.values())
        .map(mistake -> held(mistake).get(new Key(charger.value(), mistake)))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Diagnosis::last).reversed())
        .toList();
  }

  /** What is wrong anywhere, the latest first. */
  public List<Diagnosis> all() {
    forgetStrangers();
    return Stream.concat(chargers.values().stream(), strangers.values().stream())
        .sorted(Comparator.comparing(Diagnosis::last).reversed())
        .toList();
  }

  /** How many there are of each mistake, by its label. */
  public Map<String, Long> counts() {
    return all().stream()
        .collect(Collectors.groupingBy(d -> d.mistake().label(), Collectors.counting()));
  }

  private void forgetStrangers() {
    Instant before = clock.instant().minus(STRANGERS_KEPT);
    strangers.values().removeIf(diagnosis -> diagnosis.last().isBefore(before));
  }
}
