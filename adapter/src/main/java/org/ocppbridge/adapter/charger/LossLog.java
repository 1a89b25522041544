package org.ocppbridge.adapter.charger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator what one charger's messages lose: each operation and field once at level INFO,
 * from then on at DEBUG. Places in lists count as one field.
 */
public final class LossLog {
  private static final Logger LOG = LoggerFactory.getLogger(LossLog.class);

  /** Most different losses of one charger told at INFO: what it can make up is without end. */
  static final int TOLD_MAX = 100;

  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final ChargerId id;

  /** Hashes, so that long names take no room; two alike cost one line at INFO. */
  private final Set<Integer> told = new HashSet<>();

  private volatile Watch watch = Watch.NONE;

  LossLog(ChargerId id) {
    this.id = id;
  }

  /** Has somebody told of all losses. */
  void watch(Watch listener) {
    watch = listener;
  }

  /**
   * Tells losses.
   *
   * @param what the operation they belong to
   */
  public void tell(String what, List<Loss> losses) {
    Recording.current().losses(losses);
    WatchedExchange.lose(watch, what, losses);
    log(what, losses);
  }

  private synchronized void log(String what, List<Loss> losses) {
    for (Loss loss : losses) {
      if (isNew(what, loss)) {
        LOG.info("charger {}: {}: {} (told once)", id, what, loss);
        if (told.size() == TOLD_MAX) {
          LOG.info("charger {}: {} kinds of losses told, the rest at debug only", id, TOLD_MAX);
        }
      } else {
        LOG.debug("charger {}: {}: {}", id, what, loss);
      }
    }
  }

  private boolean isNew(String what, Loss loss) {
    String field = INDEX.matcher(loss.field()).replaceAll("[]");
    return told.size() < TOLD_MAX && told.add(Objects.hash(what, loss.kind(), field));
  }

  /** The same step without its losses, which are told, and so on with each that follows it. */
  <A> Step<A> telling(String what, Step<A> step) {
    return switch (step) {
      case Step.Done<A> done -> {
        tell(what, done.losses());
        yield new Step.Done<>(done.answer(), done.changes(), done.afterwards(), List.of());
      }
      case Step.AskCsms<A> ask -> {
        tell(what, ask.losses());
        yield new Step.AskCsms<>(
            ask.changes(),
            ask.others(),
            ask.message(),
            ask.patience(),
            List.of(),
            (reply, view) -> telling(what, ask.next().after(reply, view)));
      }
      case Step.AskCharger<?, ?, A> ask -> tellingOf(what, ask);
    };
  }

  private <Q, B, A> Step<A> tellingOf(String what, Step.AskCharger<Q, B, A> ask) {
    tell(what, ask.losses());
    return new Step.AskCharger<>(
        ask.changes(),
        ask.operation(),
        ask.request(),
        List.of(),
        (reply, view) -> telling(what, ask.next().after(reply, view)));
  }
}
