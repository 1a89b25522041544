package org.ocppbridge.adapter.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;
import org.slf4j.MDC;

/**
 * One exchange while its thread works on it: what is known of it so far, and what it lost. Belongs
 * to the thread that began it, where {@link #current} finds it. The charger's identity stands in
 * every log line of that thread.
 */
public final class WatchedExchange implements AutoCloseable {

  /** The key under which log lines name the charger. */
  public static final String MDC_CHARGER = "charger";

  /** What an exchange comes to if nobody says anything else. */
  public static final String FAILED = "failed";

  private static final ThreadLocal<WatchedExchange> CURRENT = new ThreadLocal<>();

  /** Who asks. */
  public enum Direction {
    FROM_CHARGER("from_charger"),
    FROM_CSMS("from_csms");

    private final String label;

    Direction(String label) {
      this.label = label;
    }

    /** As written in labels. */
    public String label() {
      return label;
    }
  }

  private final Direction direction;
  private final Watch watch;
  private final Watch.Timing timing;
  private final long begun = System.nanoTime();
  private Optional<ChargerId> charger = Optional.empty();
  private Optional<SoapVersion> soap = Optional.empty();
  private Optional<Target> csms = Optional.empty();
  private String operation = "";
  private String outcome = FAILED;
  private String words = "";
  private Watch.Timing reading = Watch.Timing.NONE;
  private int losses;
  private long nanos;

  private WatchedExchange(Direction direction, Watch watch) {
    this.direction = direction;
    this.watch = watch;
    CURRENT.set(this);
    this.timing = watch.exchange(this);
    if (direction == Direction.FROM_CHARGER) {
      reading = stage(Stage.SOAP_READ);
    }
  }

  /** Begins one on this thread; to be closed on it. */
  public static WatchedExchange begin(Direction direction, Watch watch) {
    return new WatchedExchange(direction, watch);
  }

  /** The one this thread works on. */
  public static Optional<WatchedExchange> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The request of the exchange this thread works on has been read to its end. */
  public static void hasRead() {
    current().ifPresent(WatchedExchange::read);
  }

  private void read() {
    reading.end("done");
    reading = Watch.Timing.NONE;
  }

  /**
   * Counts losses for the exchange this thread works on, if there is one.
   *
   * @param watch who is told of them
   */
  public static void lose(Watch watch, String operation, List<Loss> losses) {
    if (losses.isEmpty()) {
      return;
    }
    current().ifPresent(exchange -> exchange.losses += losses.size());
    watch.lost(operation, losses);
  }

  /** Measures the mapping of the exchange this thread works on; elsewhere just does it. */
  public static <T> T mapping(Supplier<T> work) {
    WatchedExchange exchange = CURRENT.get();
    if (exchange == null) {
      return work.get();
    }
    Watch.Timing timing = exchange.stage(Stage.MAPPING);
    try {
      T result = work.get();
      timing.end("done");
      return result;
    } catch (RuntimeException e) {
      timing.end(FAILED);
      throw e;
    }
  }

  /** A stage of this exchange begins. */
  public Watch.Timing stage(Stage stage) {
    return watch.stage(stage, operation);
  }

  /** Who it is about; names it in the log lines of this thread. */
  public WatchedExchange of(ChargerId id) {
    charger = Optional.of(id);
    MDC.put(MDC_CHARGER, Printable.of(id.value()));
    return this;
  }

  /** What is asked, in the asker's words; may come from outside. */
  public WatchedExchange asks(String what) {
    operation = what;
    return this;
  }

  /** What the charger speaks. */
  public WatchedExchange soap(SoapVersion version) {
    soap = Optional.of(version);
    return this;
  }

  /** What the CSMS speaks. */
  public WatchedExchange csms(Target protocol) {
    csms = Optional.of(protocol);
    return this;
  }

  /**
   * How it ends.
   *
   * @param word of a fixed set
   * @param forPeople what a person wants to know beyond it
   */
  public void ends(String word, String forPeople) {
    outcome = word;
    words = forPeople;
  }

  public Direction direction() {
    return direction;
  }

  public Optional<ChargerId> charger() {
    return charger;
  }

  public Optional<SoapVersion> soap() {
    return soap;
  }

  public Optional<Target> csms() {
    return csms;
  }

  /** What is asked; may come from outside. */
  public String operation() {
    return operation;
  }

  /** One word of a fixed set. */
  public String outcome() {
    return outcome;
  }

  /** What a person wants to know beyond the outcome; may come from outside. */
  public String words() {
    return words;
  }

  /** How many losses there were. */
  public int losses() {
    return losses;
  }

  /** How long it took, in nanoseconds; 0 before its end. */
  public long nanos() {
    return nanos;
  }

  /** Ends it, and leaves the thread as it was. */
  @Override
  public void close() {
    nanos = System.nanoTime() - begun;
    try {
      reading.end(FAILED);
      timing.end(outcome);
      ExchangeLog.write(this);
    } finally {
      CURRENT.remove();
      MDC.remove(MDC_CHARGER);
    }
  }
}
