package org.ocppbridge.adapter.console;

import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ocppbridge.adapter.console.view.Actions;
import org.ocppbridge.adapter.console.view.DeadLetterDesk;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.Sample;
import org.ocppbridge.adapter.ledger.LedgerApi;

/**
 * What the operator can see and do.
 *
 * @param ready whether SOAP is served and the store takes writes
 * @param fleet the chargers
 * @param actions what can be done about a charger
 * @param reload reads the settings again and brings them into force; with true also for chargers
 *     that have to leave something unfinished; empty: there is nothing to read
 * @param letters what can be done about dead letters
 * @param charts the samples of the last so many minutes, the newest last
 * @param metrics all metrics, in the text format of Prometheus
 * @param ledger shows the exchanges, at and below {@link LedgerApi#PATH}
 * @param eraser takes drivers' tokens out of all that is kept
 */
public record Operator(
    BooleanSupplier ready,
    Fleet fleet,
    Actions actions,
    Function<Boolean, Optional<Reloading.Outcome>> reload,
    DeadLetterDesk letters,
    IntFunction<List<Sample>> charts,
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
  public record Erased(long exchanges, long deadLetters, long chargers) {

    /** For people. */
    public String words() {
      return "from %d exchanges, %d dead letters, %d chargers' memory of tokens"
          .formatted(exchanges, deadLetters, chargers);
    }
  }
}
