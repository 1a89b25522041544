package org.ocppbridge.adapter.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.time.Time;

/**
 * The wait, at the end, for the transaction messages of connected chargers to be delivered; then
 * nothing more is sent, and what is under way gets a little more time, so that it need not be sent
 * again after the next start.
 */
final class Drain {

  /** Time between two looks. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** What the answers to the last messages may take longer. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

  /** Should time stand still, the wait ends this long after its end all the same. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Supplier<List<Charger>> chargers;
  private final Time time;
  private final Instant end;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private Drain(Supplier<List<Charger>> chargers, Time time, Instant end) {
    this.chargers = chargers;
    this.time = time;
    this.end = end;
  }

  /** Completes when nothing can be delivered any more, at the latest after {@code longest}. */
  static CompletableFuture<Void> start(
      Supplier<List<Charger>> chargers, Time time, Duration longest) {
    Drain drain = new Drain(chargers, time, time.steady().plus(longest));
    drain.look();
    return drain.over.completeOnTimeout(
        null, longest.plus(LAST_ANSWERS).plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    boolean someLeft = chargers.get().stream().anyMatch(Drain::canDeliver);
    if (someLeft && time.steady().isBefore(end)) {
      time.at(time.steady().plus(LOOK), this::look);
    } else {
      chargers.get().forEach(charger -> charger.session().courier().stop());
      lookAtLast();
    }
  }

  private void lookAtLast() {
    boolean someUnderWay =
        chargers.get().stream()
            .anyMatch(charger -> canDeliver(charger) && charger.session().courier().underWay());
    if (someUnderWay && time.steady().isBefore(end.plus(LAST_ANSWERS))) {
      time.at(time.steady().plus(LOOK), this::lookAtLast);
    } else {
      over.complete(null);
    }
  }

  private static boolean canDeliver(Charger charger) {
    return charger.link().state() == CsmsLink.State.UP && charger.session().depth() > 0;
  }
}
