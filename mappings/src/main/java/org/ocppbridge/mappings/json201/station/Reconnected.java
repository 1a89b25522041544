package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Uplink;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.News;

/**
 * What the CSMS is told when it is there again (B04): after a long absence the status of every
 * connector; after a short one those that changed, which were kept for it.
 */
final class Reconnected {

  /** The variable that says what is long. */
  private static final String THRESHOLD =
      VariablePath.ofStation("OCPPCommCtrlr", "OfflineThreshold").toString();

  private static final Duration DEFAULT_THRESHOLD = Duration.ofSeconds(300);

  private Reconnected() {}

  static News news(ChargerView view) {
    return longAway(view)
        ? IntStream.rangeClosed(1, Evse.count(view))
            .mapToObj(n -> again(n, view))
            .reduce(News.NONE, News::and)
        : News.NONE;
  }

  private static boolean longAway(ChargerView view) {
    Uplink uplink = view.uplink();
    Optional<Instant> lostAt = uplink.lostAt();
    Instant since = uplink.since().orElse(view.now());
    return lostAt.isEmpty() || Duration.between(lostAt.get(), since).compareTo(threshold(view)) > 0;
  }

  private static Duration threshold(ChargerView view) {
    return Optional.ofNullable(view.state().station().model().own().get(THRESHOLD))
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(DEFAULT_THRESHOLD);
  }

  private static News again(int connector, ChargerView view) {
    return ConnectorStatuses.known(connector, view)
        .map(
            word ->
                ConnectorStatuses.tell(
                    connector, word, ConnectorStatuses.since(connector, view), view))
        .orElse(News.NONE);
  }
}
