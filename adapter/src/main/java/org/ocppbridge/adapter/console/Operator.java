package org.ocppbridge.adapter.console;

import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ocppbridge.adapter.ledger.LedgerApi;

/**
 * What the operator can see and do.
 *
 * @param ready whether SOAP is served and the store takes writes
 * @param status of the bridge and its chargers
 * @param accept a person looked at a charger's alarms: they end, and it is pinned anew at its next
 *     boot; false if there was nothing to accept
 * @param reload reads the settings again and brings them into force; with true also for chargers
 *     that have to leave something unfinished; empty: there is nothing to read
 * @param letters what can be done about dead letters
 * @param metrics all metrics, in the text format of Prometheus
 * @param ledger shows the exchanges, at and below {@link LedgerApi#PATH}
 * @param eraser takes drivers' tokens out of all that is kept
 */
public record Operator(
    BooleanSupplier ready,
    Supplier<BridgeStatus> status,
    Predicate<String> accept,
    Function<Boolean, Optional<Reloading.Outcome>> reload,
    DeadLetterDesk letters,
    Supplier<String> metrics,
    HttpHandler ledger,
    Eraser eraser) {

  /** Takes a driver's token out of all that is kept. */
  public interface Eraser {

    /**
     * Takes it out. Blocks, perhaps for minutes.
     *
     * @throws IllegalArgumentException if it is no token
     * @throws IOException if not all could be written
     */
    Erased erase(String token) throws IOException;
  }

  /**
   * What was taken out.
   *
   * @param exchanges of the ledger that held the token
   * @param deadLetters that held it
   * @param chargers for which the bridge knew what the CSMS had said of it
   */
  public record Erased(long exchanges, long deadLetters, long chargers) {}

  /** Without a ledger, and with nothing to erase. */
  public Operator(
      BooleanSupplier ready,
      Supplier<BridgeStatus> status,
      Predicate<String> accept,
      Function<Boolean, Optional<Reloading.Outcome>> reload,
      DeadLetterDesk letters) {
    this(
        ready,
        status,
        accept,
        reload,
        letters,
        () -> "",
        new LedgerApi(Optional.empty()),
        token -> new Erased(0, 0, 0));
  }
}
