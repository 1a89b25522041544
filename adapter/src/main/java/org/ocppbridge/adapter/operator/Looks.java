package org.ocppbridge.adapter.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.CsmsLinks;
import org.ocppbridge.adapter.diagnosis.Diagnoses;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.ledger.ExchangeLedger;
import org.ocppbridge.adapter.ledger.LedgerCounts;
import org.ocppbridge.adapter.metrics.Look;
import org.ocppbridge.adapter.metrics.Look.LinkState;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.Queued;

/** Looks over all chargers, for the metrics that are looked at. */
public final class Looks {
  private final ChargerFleet fleet;
  private final Store store;
  private final CsmsLinks links;
  private final DiskWatch disk;
  private final Optional<ExchangeLedger> ledger;
  private final Diagnoses diagnoses;
  private final Time time;

  /** Looks at what these know. */
  public Looks(
      ChargerFleet fleet,
      Store store,
      CsmsLinks links,
      DiskWatch disk,
      Optional<ExchangeLedger> ledger,
      Diagnoses diagnoses,
      Time time) {
    this.diagnoses = diagnoses;
    this.fleet = fleet;
    this.store = store;
    this.links = links;
    this.disk = disk;
    this.ledger = ledger;
    this.time = time;
  }

  /** What adds up over all chargers. */
  private static final class Sums {
    private int present;
    private long waiting;
    private int waitingMax;
    private Optional<Instant> oldest = Optional.empty();
    private long others;
    private long dropped;
    private long open;
    private long letters;
    private long lettersDropped;
    private Duration skewMax = Duration.ZERO;
    private final Map<LinkState, Long> states = new HashMap<>();

    private void add(Charger charger, Store store) {
      ChargerSession session = charger.session();
      present += charger.isSilent() ? 0 : 1;
      int depth = session.depth();
      waiting += depth;
      waitingMax = Math.max(waitingMax, depth);
      if (depth > 0) {
        older(store.head(charger.id()));
      }
      others += session.courier().othersWaiting();
      dropped += session.courier().dropped();
      open += session.state().transactions().open().count();
      Store.DeadLetters dead = session.deadLetters();
      letters += dead.kept().size() + dead.older();
      lettersDropped += dead.dropped();
      Duration skew = charger.clockAhead().abs();
      skewMax = skew.compareTo(skewMax) > 0 ? skew : skewMax;
      states.merge(
          new LinkState(charger.route().targetName(), Looks.state(charger.link().state())),
          1L,
          Long::sum);
    }

    private void older(Optional<Queued> head) {
      oldest =
          head.map(Queued::at)
              .filter(at -> oldest.isEmpty() || at.isBefore(oldest.get()))
              .or(() -> oldest);
    }
  }

  Look look() {
    Instant now = time.now();
    Sums sums = new Sums();
    List<Charger> chargers = fleet.chargers();
    chargers.forEach(charger -> sums.add(charger, store));
    LedgerCounts written = ledger.map(ExchangeLedger::counts).orElse(new LedgerCounts(0, 0, 0, 0));
    return new Look(
        chargers.size(),
        sums.present,
        sums.states,
        sums.waiting,
        sums.waitingMax,
        sums.oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO),
        sums.others,
        sums.dropped,
        sums.open,
        sums.letters,
        sums.lettersDropped,
        sums.skewMax,
        diagnoses.counts(),
        store.trouble().isPresent(),
        disk.free(),
        links.counters().lateAnswers(),
        links.counters().unreadableFrames(),
        links.counters().repeatedCalls(),
        written.leftOut(),
        written.bytes());
  }

  /** A state of links as written in labels. */
  static String state(CsmsLink.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
