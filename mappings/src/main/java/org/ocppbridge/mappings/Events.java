package org.ocppbridge.mappings;

import java.util.Map;
import java.util.Optional;

/**
 * Where the TransactionEvents of a charger's transactions stand.
 *
 * @param all by the charger's transaction number; forgotten together with the transaction
 */
public record Events(Map<Integer, Progress> all) {

  static final Events NONE = new Events(Map.of());

  /**
   * One transaction.
   *
   * @param nextSeqNo seqNo of the next event
   * @param chargingState the one last sent
   * @param remoteStartId of the RequestStartTransaction that led to it
   */
  public record Progress(
      int nextSeqNo, Optional<String> chargingState, Optional<Integer> remoteStartId) {}

  /** Where one transaction stands. */
  public Optional<Progress> of(int transaction) {
    return Optional.ofNullable(all.get(transaction));
  }

  Events with(int transaction, Progress progress) {
    return new Events(
        Copies.with(all, transaction, progress, Transactions.ENDED_MAX + Transactions.OPEN_MAX));
  }
}
