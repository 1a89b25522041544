package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.Step;

/** SOAP calls to one charger: one at a time, each within the deadline of what it belongs to. */
public final class ChargerCalls {
  private final Semaphore free = new Semaphore(1, true);
  private final ChargerId id;
  private final Asker asker;
  private final Time time;

  /** Asks chargers. */
  public interface Asker {

    /**
     * Asks the charger; what goes wrong is in the reply.
     *
     * @param longest what is left of the command's deadline
     */
    <Q, B> ChargerReply<B> ask(ChargerId id, Step.AskCharger<Q, B, ?> ask, Duration longest);
  }

  ChargerCalls(ChargerId id, Asker asker, Time time) {
    this.id = id;
    this.asker = asker;
    this.time = time;
  }

  /**
   * Waits for an earlier call to end, then asks. Blocks until the deadline at the latest.
   *
   * @param deadline by {@link Time#steady}
   */
  <Q, B> ChargerReply<B> ask(Step.AskCharger<Q, B, ?> ask, Instant deadline) {
    try {
      if (!free.tryAcquire(left(deadline).toMillis(), TimeUnit.MILLISECONDS)) {
        return silent("an earlier command to the charger was still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return silent("the bridge is stopping");
    }
    try {
      return asker.ask(id, ask, left(deadline));
    } finally {
      free.release();
    }
  }

  private <B> ChargerReply<B> silent(String why) {
    return new ChargerReply.Failed<>(
        new ChargerFailed(ChargerFailed.Why.SILENT, "charger " + id + ": " + why));
  }

  private Duration left(Instant deadline) {
    Duration left = Duration.between(time.steady(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
