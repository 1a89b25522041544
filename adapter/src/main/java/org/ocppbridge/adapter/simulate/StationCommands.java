package org.ocppbridge.adapter.simulate;

import java.util.List;
import java.util.Set;
import org.ocppbridge.adapter.witness.Xml;

/** Commands about configuration, cache, local list and vendor data. */
final class StationCommands {
  private final Station station;
  private final Answers answers;

  StationCommands(SimulatedCharger charger, Answers answers) {
    this.station = charger.station();
    this.answers = answers;
  }

  Outcome changeConfiguration(Xml request) {
    String key = request.value("key");
    String value = request.value("value");
    String status =
        station.with(
            all -> {
              if (!all.configuration.containsKey(key)) {
                return "NotSupported";
              }
              if (Station.READ_ONLY.contains(key)) {
                return "Rejected";
              }
              all.configuration.put(key, value);
              return "Accepted";
            });
    return Outcome.of(answers.status("ChangeConfiguration", status));
  }

  Outcome getConfiguration(Xml request) {
    List<String> asked = request.all("key").map(key -> key.text().strip()).toList();
    Payload answer = answers.to("GetConfiguration");
    station.with(
        all -> {
          Set<String> known = all.configuration.keySet();
          for (String key :
              asked.isEmpty()
                  ? List.copyOf(known)
                  : asked.stream().filter(known::contains).toList()) {
            answer.add(
                answer
                    .sibling("configurationKey")
                    .with("key", key)
                    .with("readonly", Station.READ_ONLY.contains(key))
                    .with("value", all.configuration.get(key))
                    .build());
          }
          asked.stream()
              .filter(key -> !known.contains(key))
              .forEach(key -> answer.with("unknownKey", key));
          return null;
        });
    return Outcome.of(answer.build());
  }

  Outcome clearCache(Xml request) {
    return Outcome.of(answers.status("ClearCache", "Accepted"));
  }

  Outcome getLocalListVersion(Xml request) {
    int version = station.with(all -> all.localListVersion);
    return Outcome.of(answers.to("GetLocalListVersion").with("listVersion", version).build());
  }

  Outcome sendLocalList(Xml request) {
    int version = request.number("listVersion", 0);
    boolean full = request.value("updateType").equals("Full");
    boolean accepted =
        station.with(
            all -> {
              boolean fits = full || version > all.localListVersion;
              if (fits) {
                all.localListVersion = version;
              }
              return fits;
            });
    return Outcome.of(answers.status("SendLocalList", accepted ? "Accepted" : "VersionMismatch"));
  }

  /** Sends the data back. */
  Outcome dataTransfer(Xml request) {
    return Outcome.of(
        answers
            .to("DataTransfer")
            .with("status", "Accepted")
            .with("data", request.child("data").map(Xml::text))
            .build());
  }
}
