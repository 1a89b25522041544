package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps exchanges: searches them, exports them, shows them as they end. */
public interface ExchangeLedger extends ExchangeRecorder, AutoCloseable {

  /** Most exchanges of one page. */
  int PAGE_MAX = 500;

  /**
   * The newest exchanges that a filter wants.
   *
   * @param before only those with a smaller id; {@link Long#MAX_VALUE}: from the newest
   * @param limit how many at most, up to {@value #PAGE_MAX}
   */
  Page search(Filter filter, long before, int limit);

  /** One exchange. */
  Optional<Exchange> find(long id);

  /**
   * Hands over all that a filter wants, the oldest segment first, until there are no more or the
   * taker wants no more. Blocks.
   */
  void export(Filter filter, Predicate<Exchange> taker);

  /**
   * Shows exchanges as they end, secrets masked.
   *
   * @throws IllegalStateException if there are too many watchers
   */
  Subscription subscribe(Filter filter);

  /**
   * Takes a driver's token out of all that is kept.
   *
   * @return how many exchanges held it
   */
  long erase(String token) throws IOException;

  /** Takes out what is too old; to be called now and then. Blocks. */
  void tidy();

  /** Waits until all exchanges that are over are written. */
  void catchUp();

  /** What became of exchanges. */
  LedgerCounts counts();

  @Override
  void close();

  /** Opens the ledger in a folder, which is made if need be. */
  static ExchangeLedger open(Path folder, LedgerSettings settings, InstantSource clock)
      throws IOException {
    return DiskLedger.open(folder, settings, clock);
  }
}
