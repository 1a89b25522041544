package org.ocppbridge.mappings.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.Transactions;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;

/** Meter values: whose they are, repetitions, what is remembered of them. */
public final class Readings {

  private static final int KEPT_MAX = 100;

  private Readings() {}

  /** What a repetition has in common with the first. */
  public static long fingerprint(int connector, MeterValues.Request request) {
    Fingerprint print = new Fingerprint().add(connector).add(request.transactionId());
    for (MeterValue value : request.meterValue()) {
      print.add(value.timestamp());
      value.sampledValue().forEach(sample -> add(sample, print));
    }
    return print.value();
  }

  private static void add(SampledValue sample, Fingerprint print) {
    print
        .add(sample.value())
        .add(sample.context())
        .add(sample.format())
        .add(sample.measurand())
        .add(sample.phase())
        .add(sample.location())
        .add(sample.unit());
  }

  /**
   * The transaction that is meant: a charger that does not name its transaction, or not rightly,
   * means the one on its connector (errata 3.18).
   */
  public static Optional<Transaction> transactionOf(
      MeterValues.Request request, int connector, ChargerView view, List<Loss> losses) {
    Transactions all = view.state().transactions();
    Optional<Transaction> named = all.find(request.transactionId());
    if (named.isPresent()) {
      return named;
    }
    Optional<Transaction> open = connector > 0 ? all.openOn(connector) : Optional.empty();
    String was = "was " + request.transactionId();
    if (open.isPresent()) {
      losses.add(
          Loss.changed("transactionId", was + ": the one open on the connector stands for it"));
    } else if (request.transactionId() != null) {
      losses.add(Loss.dropped("transactionId", was + ", which is no known transaction"));
    }
    return open;
  }

  /** What to note of the transaction that meter values belong to. */
  public static List<Change> named(Transaction transaction, MeterValues.Request request) {
    boolean byNumber = Integer.valueOf(transaction.id()).equals(request.transactionId());
    return byNumber && !transaction.numberUsed()
        ? List.of(
            MissingStops.alive(transaction.id()),
            new TransactionChange.NumberUsed(transaction.id()))
        : List.of(MissingStops.alive(transaction.id()));
  }

  /** 1.2 has bare numbers: watt-hours of the register. */
  public static SampledValue complete(SampledValue s, ChargerView view) {
    boolean bare = view.state().version() == SoapVersion.V12 && s.measurand() == null;
    return bare
        ? new SampledValue(
            s.value(),
            s.context(),
            s.format(),
            Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
            s.phase(),
            s.location(),
            s.unit() == null ? UnitOfMeasure.WATT_HOUR : s.unit())
        : s;
  }

  /** The newest meter value alone, with as many samples as are worth to be remembered. */
  public static List<MeterValue> worthKeeping(List<MeterValue> values) {
    List<MeterValue> last = new ArrayList<>();
    if (!values.isEmpty()) {
      MeterValue value = values.getLast();
      int some = Math.min(value.sampledValue().size(), KEPT_MAX);
      last.add(new MeterValue(value.timestamp(), value.sampledValue().subList(0, some)));
    }
    return last;
  }
}
