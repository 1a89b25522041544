package org.ocppbridge.mappings.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.StartTransaction;

/** How a transaction begins: its number, repetitions, what it uses, what the charger is told. */
public final class Starts {

  /**
   * A repetition with a corrected clock is taken for one within this time, while the transaction is
   * open.
   */
  private static final Duration SECOND_NET = Duration.ofSeconds(60);

  private Starts() {}

  /** A transaction is never refused for a missing field: energy flows already. */
  public static StartTransaction.Request complete(
      StartTransaction.Request r, ChargerView view, List<Loss> losses) {
    if (r.connectorId() == null) {
      losses.add(Loss.defaulted("connectorId", "was missing: 1"));
    }
    if (r.idTag() == null) {
      losses.add(Loss.defaulted("idTag", "was missing: empty"));
    }
    if (r.timestamp() == null) {
      losses.add(Loss.defaulted("timestamp", "was missing: time of receipt"));
    }
    if (r.meterStart() == null) {
      losses.add(Loss.defaulted("meterStart", "was missing: 0"));
    }
    return new StartTransaction.Request(
        Objects.requireNonNullElse(r.connectorId(), 1),
        Objects.requireNonNullElse(r.idTag(), ""),
        Objects.requireNonNullElse(r.timestamp(), view.now()),
        Objects.requireNonNullElse(r.meterStart(), BigDecimal.ZERO),
        r.reservationId());
  }

  /** The transaction whose start this repeats, also one that has ended. */
  public static Optional<Transaction> repeated(StartTransaction.Request r, ChargerView view) {
    return view.state().transactions().all().values().stream()
        .filter(t -> t.start().connectorId().equals(r.connectorId()))
        .filter(t -> t.start().idTag().equalsIgnoreCase(r.idTag()))
        .filter(t -> t.start().meterStart().compareTo(r.meterStart()) == 0)
        .filter(t -> sameTime(t, r))
        .findFirst();
  }

  private static boolean sameTime(Transaction t, StartTransaction.Request r) {
    Duration apart = Duration.between(t.start().timestamp(), r.timestamp()).abs();
    return apart.isZero() || t.open() && apart.compareTo(SECOND_NET) <= 0;
  }

  /**
   * The number of the next transaction: positive, never reused.
   *
   * @throws BridgeFault.NotStored if there is none left
   */
  public static int nextNumber(ChargerView view) {
    int last = view.state().transactions().last();
    if (last == Integer.MAX_VALUE) {
      throw new BridgeFault.NotStored(
          "charger " + view.state().id() + ": all transaction numbers have been given out");
    }
    return Math.max(0, last) + 1;
  }

  /** The reservation this transaction uses, whether or not the charger says so (E01.FR.13). */
  public static Optional<ReserveNow.Request> reservation(
      StartTransaction.Request r, ChargerView view, List<Loss> losses) {
    var known = view.state().commands().reservations();
    if (r.reservationId() != null) {
      return Optional.ofNullable(known.get(r.reservationId()));
    }
    Optional<ReserveNow.Request> matching =
        known.values().stream()
            .filter(x -> x.idTag().equalsIgnoreCase(r.idTag()))
            .filter(x -> x.connectorId() == 0 || x.connectorId().equals(r.connectorId()))
            .filter(x -> view.now().isBefore(x.expiryDate()))
            .findFirst();
    matching.ifPresent(
        x ->
            losses.add(
                Loss.synthesised("reservationId", "is the connector's: " + x.reservationId())));
    return matching;
  }

  /** The remote start this transaction is the effect of. */
  public static Optional<Commands.RemoteStart> remoteStart(
      StartTransaction.Request r, ChargerView view) {
    return Optional.ofNullable(
            view.state().commands().remoteStarts().get(r.idTag().toLowerCase(Locale.ROOT)))
        .filter(start -> view.now().isBefore(start.until()))
        .filter(start -> start.connector().filter(c -> !c.equals(r.connectorId())).isEmpty());
  }

  /**
   * What the charger is told while the CSMS cannot say: a late refusal becomes an obligation to
   * stop.
   */
  public static IdTagInfo undecided(StartTransaction.Request r, ChargerView view) {
    if (remoteStart(r, view).isPresent()) {
      return Tags.ACCEPTED;
    }
    boolean refuse = view.policy().startUnknown() == Policy.UnknownTag.INVALID;
    return Tags.known(r.idTag(), view).orElse(refuse ? Tags.INVALID : Tags.ACCEPTED);
  }
}
