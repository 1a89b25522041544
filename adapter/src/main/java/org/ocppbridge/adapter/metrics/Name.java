package org.ocppbridge.adapter.metrics;

import java.util.List;
import java.util.Locale;

/** Every metric of the bridge's own: its kind, its labels, and what it says. */
public enum Name {
  EXCHANGES(
      Kind.COUNTER,
      "Exchanges that ended: requests of chargers that were read, and commands of the CSMS",
      "direction",
      "soap",
      "csms",
      "operation",
      "outcome"),
  EXCHANGE(Kind.TIMER, "How long a whole exchange took", "direction", "operation"),
  STAGE(Kind.TIMER, "How long a stage of the work took", "stage"),
  STORE_COMMITS(Kind.COUNTER, "Writes to the store", "outcome"),
  CSMS_CALLS(Kind.COUNTER, "CALLs to the CSMS and what came of them", "operation", "outcome"),
  CALLBACKS(
      Kind.COUNTER, "Commands sent to chargers and what came of them", "operation", "outcome"),
  LOSSES(Kind.COUNTER, "What messages did not carry over unchanged", "kind", "operation"),
  REFUSED(Kind.COUNTER, "Requests turned away before they were read", "reason"),
  REQUESTS_IN_WORK(Kind.GAUGE, "Requests of chargers that are worked on"),
  REQUESTS_WAITING(Kind.GAUGE, "Requests of chargers that wait for the CSMS"),
  REQUESTS_HURRIED(
      Kind.FUNCTION,
      "Requests that were answered without waiting for the CSMS, because too many waited"),
  CLOCK_SKEW(
      Kind.HISTOGRAM,
      "How far the clocks of chargers are off, by what their requests say, in seconds"),
  CLOCK_SKEW_MAX(Kind.GAUGE, "How far the clock is off that is off most, in seconds"),
  CHARGERS(Kind.GAUGE, "Chargers that are known"),
  CHARGERS_PRESENT(Kind.GAUGE, "Chargers heard within their presence limit"),
  LINKS(Kind.GAUGE, "Connections to the CSMS by their state", "target", "state"),
  QUEUE_MESSAGES(Kind.GAUGE, "Transaction messages waiting for the CSMS"),
  QUEUE_MESSAGES_MAX(Kind.GAUGE, "The same of the charger that has most of them"),
  QUEUE_OLDEST(Kind.GAUGE, "Age of the transaction message that waits longest, in seconds"),
  QUEUE_OTHERS(Kind.GAUGE, "Other messages waiting for the CSMS"),
  MESSAGES_DROPPED(
      Kind.FUNCTION,
      "Messages outside transactions that were dropped because too many waited for the CSMS"),
  TRANSACTIONS_OPEN(Kind.GAUGE, "Transactions that have begun and not ended"),
  DEAD_LETTERS(Kind.GAUGE, "Messages that were given up and wait for a person to decide"),
  DEAD_LETTERS_DROPPED(Kind.FUNCTION, "Dead letters that were dropped, too many or too old"),
  DIAGNOSES(Kind.GAUGE, "Known mistakes that are present now, by their cause", "cause"),
  STORE_TROUBLE(Kind.GAUGE, "1 while the store takes nothing, else 0"),
  DISK_FREE(Kind.GAUGE, "Bytes free on the disk of the data folder"),
  LATE_ANSWERS(Kind.FUNCTION, "Answers of a CSMS that came too late or to no call"),
  UNREADABLE_FRAMES(Kind.FUNCTION, "Messages of a CSMS that are no frames"),
  REPEATED_CALLS(Kind.FUNCTION, "CALLs of a CSMS that repeated one still in work"),
  LEDGER_LEFT_OUT(
      Kind.FUNCTION,
      "Exchanges that are missing in the ledger: too many at once, or the disk took none"),
  LEDGER_SIZE(Kind.GAUGE, "Bytes of the ledger on disk"),
  INFO(Kind.GAUGE, "Always 1; the label says which version runs", "version");

  /** Kinds of metrics. */
  enum Kind {
    COUNTER("counter", "_total"),
    /** A counter that is read from where it is counted. */
    FUNCTION("counter", "_total"),
    TIMER("histogram", "_seconds"),
    HISTOGRAM("histogram", "_seconds"),
    GAUGE("gauge", "");

    private final String type;
    private final String suffix;

    Kind(String type, String suffix) {
      this.type = type;
      this.suffix = suffix;
    }
  }

  private static final String PREFIX = "ocppbridge";

  private final Kind kind;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> labels;

  Name(Kind kind, String help, String... labels) {
    this.kind = kind;
    this.help = help;
    this.labels = List.of(labels);
  }

  Kind kind() {
    return kind;
  }

  /** What it says, in one sentence. */
  public String help() {
    return help;
  }

  /** The names of its labels. */
  public List<String> labels() {
    return labels;
  }

  /** Its type, as Prometheus calls it. */
  public String type() {
    return kind.type;
  }

  /** Its name as Micrometer has it. */
  String dotted() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', '.');
    return switch (this) {
      case CLOCK_SKEW_MAX, QUEUE_OLDEST -> PREFIX + "." + words + ".seconds";
      case CLOCK_SKEW -> PREFIX + "." + words + ".seconds";
      case DISK_FREE, LEDGER_SIZE -> PREFIX + "." + words + ".bytes";
      default -> PREFIX + "." + words;
    };
  }

  /** Its name in the text that Prometheus reads. */
  public String shown() {
    String name = dotted().replace('.', '_');
    return name.endsWith(kind.suffix) ? name : name + kind.suffix;
  }
}
