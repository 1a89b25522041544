package org.ocppbridge.mappings.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Registration;

/** When a charger last said something, as far as its state tells. */
public final class LastHeard {

  private LastHeard() {}

  /** The latest time that any message of it was noted; the epoch if none ever was. */
  public static Instant of(ChargerView view) {
    Registration known = view.state().registration();
    Stream<Instant> connectors =
        view.state().connectors().all().values().stream()
            .flatMap(c -> Stream.of(c.statusAt(), c.samplesAt()));
    Stream<Instant> transactions =
        view.state().transactions().all().values().stream()
            .flatMap(t -> Stream.of(t.startedAt(), t.open() ? t.startedAt() : t.endedAt()));
    return Stream.of(Stream.of(known.bootAt(), known.heartbeatAt()), connectors, transactions)
        .flatMap(times -> times)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
