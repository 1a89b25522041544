package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger in a folder. */
final class DiskLedger implements ExchangeLedger {
  private static final Logger LOG = LoggerFactory.getLogger(DiskLedger.class);

  /** Most that watch at the same time. */
  static final int WATCHERS_MAX = 50;

  private final LedgerSettings settings;
  private final InstantSource clock;
  private final Shelf shelf;
  private final Intake intake;
  private final Scribe scribe;

  private DiskLedger(LedgerSettings settings, InstantSource clock, Shelf shelf) {
    this.settings = settings;
    this.clock = clock;
    this.shelf = shelf;
    this.intake = new Intake(clock, new Ids(clock, shelf.most()));
    this.scribe = new Scribe(intake, shelf);
  }

  static DiskLedger open(Path folder, LedgerSettings settings, InstantSource clock)
      throws IOException {
    DiskLedger ledger = new DiskLedger(settings, clock, Shelf.open(folder, settings));
    ledger.tidy();
    return ledger;
  }

  @Override
  public Recording begin(Direction direction, Origin origin) {
    return intake.begin(direction, origin);
  }

  @Override
  public Page search(Filter filter, long before, int limit) {
    return new Search(filter, before).page(shelf.view(), Math.clamp(limit, 1, PAGE_MAX));
  }

  @Override
  public Optional<Exchange> find(long id) {
    return search(Filter.ALL, id + 1, 1).exchanges().stream()
        .filter(exchange -> exchange.id() == id)
        .findFirst();
  }

  @Override
  public void export(Filter filter, Predicate<Exchange> taker) {
    new Search(filter, Long.MAX_VALUE).all(shelf.view(), taker);
  }

  @Override
  public Subscription subscribe(Filter filter) {
    if (scribe.watchers().size() >= WATCHERS_MAX) {
      throw new IllegalStateException(WATCHERS_MAX + " watch already");
    }
    Subscription subscription = new Subscription(filter, scribe.watchers()::remove);
    scribe.watchers().add(subscription);
    return subscription;
  }

  @Override
  public long erase(String token) throws IOException {
    TokenEraser eraser = TokenEraser.of(token);
    intake.closeAll();
    scribe.catchUp();
    return shelf.erase(eraser);
  }

  @Override
  public void tidy() {
    Instant now = clock.instant();
    try {
      shelf.rollIfBefore(now.minus(settings.segmentAge()));
      if (settings.age().isPositive()) {
        shelf.dropBefore(now.minus(settings.age()));
      }
      if (settings.tokenAge().isPositive()) {
        shelf.eraseBefore(now.minus(settings.tokenAge()));
      }
    } catch (IOException e) {
      LOG.error("what is too old in the ledger cannot be taken out: {}", e.toString());
    }
  }

  @Override
  public void catchUp() {
    scribe.catchUp();
  }

  @Override
  public LedgerCounts counts() {
    return new LedgerCounts(scribe.written(), intake.leftOut(), shelf.bytes(), shelf.count());
  }

  @Override
  public void close() {
    scribe.close();
  }
}
