package org.ocppbridge.adapter.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one charger was told beside what came of it to the CSMS. Each difference is a line for
 * people.
 *
 * @param told what was answered with 200, in the order it was sent
 * @param arrivals what came, in the order it came
 * @param incidents when something happened that excuses one repetition: the bridge was killed, the
 *     link broken
 */
record Comparison(String charger, List<Told> told, List<Arrival> arrivals, List<Long> incidents) {

  List<String> differences() {
    List<String> found = new ArrayList<>();
    found.addAll(lost());
    found.addAll(disorder());
    found.addAll(doubled());
    found.addAll(messageIds());
    found.addAll(transactions());
    found.addAll(seqNos());
    return found.stream().map(line -> charger + ": " + line).toList();
  }

  /** Messages that the CSMS had answered and got again all the same. */
  long repeated() {
    return repetitions().size();
  }

  private Set<String> arrived() {
    return arrivals.stream().filter(Arrival::taken).map(Arrival::what).collect(Collectors.toSet());
  }

  List<String> lost() {
    Set<String> arrived = arrived();
    return told.stream()
        .filter(message -> !arrived.contains(message.what()))
        .map(message -> "lost: " + message)
        .toList();
  }

  /** A message comes again at once or never; the first comings are in the charger's order. */
  private List<String> disorder() {
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> found = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (!order.isEmpty() && arrival.what().equals(order.getLast())) {
        continue;
      }
      if (!seen.add(arrival.what())) {
        found.add("came again after others: " + arrival.what());
      }
      order.add(arrival.what());
    }
    List<String> sent = told.stream().map(Told::what).toList();
    List<String> came =
        order.stream().filter(what -> !what.startsWith("Event")).distinct().toList();
    if (!came.equals(sent)) {
      int first = 0;
      while (first < Math.min(came.size(), sent.size())
          && came.get(first).equals(sent.get(first))) {
        first++;
      }
      found.add(
          "the order differs from place %d on: sent %s, came %s"
              .formatted(first, part(sent, first), part(came, first)));
    }
    return found;
  }

  private static List<String> part(List<String> all, int from) {
    return all.subList(Math.max(0, from - 2), Math.min(all.size(), from + 4));
  }

  /** Pairs of receipts: the first was answered, the second came all the same. */
  private List<List<Arrival>> repetitions() {
    List<List<Arrival>> pairs = new ArrayList<>();
    Map<String, Arrival> last = new HashMap<>();
    for (Arrival arrival : arrivals) {
      Arrival before = last.put(arrival.what(), arrival);
      if (before != null && before.outcome() == Arrival.Outcome.TAKEN) {
        pairs.add(List.of(before, arrival));
      }
    }
    return pairs;
  }

  private List<String> doubled() {
    List<Long> excuses = new ArrayList<>(incidents);
    List<String> found = new ArrayList<>();
    for (List<Arrival> pair : repetitions()) {
      long from = pair.getFirst().at();
      long to = pair.getLast().at();
      Long excuse = excuses.stream().filter(at -> at >= from && at <= to).findFirst().orElse(null);
      if (excuse == null) {
        found.add(
            "doubled without a reason: %s, %d ms apart"
                .formatted(pair.getLast().what(), (to - from) / 1_000_000));
      } else {
        excuses.remove(excuse);
      }
    }
    return found;
  }

  private List<String> messageIds() {
    Set<String> ids = new HashSet<>();
    return arrivals.stream()
        .filter(arrival -> !ids.add(arrival.messageId()))
        .map(arrival -> "message id used again: " + arrival.messageId())
        .toList();
  }

  /**
   * Each id given to the charger is one transaction at the CSMS, with one start and one stop: the
   * messages of a number have an id in common, and share it with no other number.
   */
  private List<String> transactions() {
    Map<Integer, List<Told>> numbers =
        told.stream()
            .collect(
                Collectors.groupingBy(Told::transaction, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> ids = new HashMap<>();
    arrivals.stream().filter(Arrival::taken).forEach(a -> ids.put(a.what(), a.transaction()));
    Map<String, Integer> owners = new HashMap<>();
    List<String> found = new ArrayList<>();
    numbers.forEach(
        (number, messages) -> {
          if (number <= 0 || count(messages, "Start") != 1 || count(messages, "Stop") != 1) {
            found.add("transaction " + number + " was given for " + messages);
          }
          Set<String> used =
              messages.stream()
                  .map(message -> ids.getOrDefault(message.what(), ""))
                  .filter(id -> !id.isEmpty())
                  .collect(Collectors.toSet());
          if (used.size() != 1) {
            found.add("transaction " + number + " is " + used + " at the CSMS");
          }
          used.forEach(
              id -> {
                Integer other = owners.putIfAbsent(id, number);
                if (other != null) {
                  found.add("transactions " + other + " and " + number + " are both " + id);
                }
              });
        });
    return found;
  }

  private static long count(List<Told> messages, String kind) {
    return messages.stream().filter(message -> message.kind().equals(kind)).count();
  }

  /** 2.0.1: from 0 without a gap, and the same content with the same number. */
  private List<String> seqNos() {
    Map<String, TreeMap<Integer, Set<String>>> events = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      arrival
          .seqNo()
          .ifPresent(
              seqNo ->
                  events
                      .computeIfAbsent(arrival.transaction(), id -> new TreeMap<>())
                      .computeIfAbsent(seqNo, no -> new HashSet<>())
                      .add(arrival.what()));
    }
    List<String> found = new ArrayList<>();
    events.forEach(
        (id, numbers) -> {
          boolean gapless = numbers.firstKey() == 0 && numbers.lastKey() == numbers.size() - 1;
          boolean same = numbers.values().stream().allMatch(whats -> whats.size() == 1);
          boolean whole =
              numbers.firstEntry().getValue().iterator().next().startsWith("Start")
                  && numbers.lastEntry().getValue().iterator().next().startsWith("Stop");
          if (!gapless || !same || !whole) {
            found.add("seqNos of " + id + ": " + numbers);
          }
        });
    return found;
  }
}
