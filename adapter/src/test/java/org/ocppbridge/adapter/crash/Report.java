package org.ocppbridge.adapter.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run showed. */
record Report(int kills, int stops, List<Comparison> comparisons, List<String> complaints) {

  static Report of(Fleet fleet, MoodyCsms csms, List<Long> kills, int stops) {
    List<Comparison> comparisons = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (FieldCharger charger : fleet.chargers()) {
      List<Long> incidents = new ArrayList<>(kills);
      csms.drops().stream()
          .filter(drop -> drop.identity().equals(charger.id()))
          .forEach(drop -> incidents.add(drop.at()));
      comparisons.add(
          new Comparison(
              charger.id(),
              charger.told(),
              csms.arrivals().stream().filter(a -> a.identity().equals(charger.id())).toList(),
              incidents));
      complaints.addAll(charger.complaints());
    }
    return new Report(kills.size(), stops, comparisons, complaints);
  }

  List<String> differences() {
    return Stream.concat(
            complaints.stream(), comparisons.stream().flatMap(c -> c.differences().stream()))
        .toList();
  }

  String summary() {
    return "%d kills, %d stops in order, %d messages answered, %d receipts, %d lost, %d repeated"
        .formatted(
            kills,
            stops,
            comparisons.stream().mapToInt(c -> c.told().size()).sum(),
            comparisons.stream().mapToInt(c -> c.arrivals().size()).sum(),
            comparisons.stream().mapToInt(c -> c.lost().size()).sum(),
            comparisons.stream().mapToLong(Comparison::repeated).sum());
  }
}
