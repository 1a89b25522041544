package org.ocppbridge.mappings.json201.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.ReadingContext;

/**
 * Which readings are those that the CSMS asked for with a TriggerMessage (MR B6): they go as
 * MeterValues even during a transaction (F06.FR.06).
 */
final class Asked {

  /** Readings that do not say why they were taken count for so long before the end of waiting. */
  private static final Duration SILENT_WORKS = Duration.ofSeconds(15);

  private Asked() {}

  /** Whether readings of one moment were asked for. */
  static boolean is(Moment moment, ChargerView view) {
    return moment.trigger() == TriggerReason.TRIGGER && expected(view).isPresent()
        || moment.samples().stream().allMatch(said -> said.value().context() == null)
            && justAsked(view);
  }

  /** Whether any of these were. */
  static boolean any(List<MeterValue> values, ChargerView view) {
    return values.stream()
        .flatMap(value -> value.sampledValue().stream())
        .anyMatch(
            sample ->
                sample.context() == ReadingContext.TRIGGER
                    || sample.context() == null && justAsked(view));
  }

  private static Optional<Instant> expected(ChargerView view) {
    return Optional.ofNullable(view.state().commands().triggered().get(MeterValues201.ACTION))
        .filter(view.now()::isBefore);
  }

  private static boolean justAsked(ChargerView view) {
    return expected(view).filter(view.now().plus(SILENT_WORKS)::isBefore).isPresent();
  }
}
