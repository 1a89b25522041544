package org.ocppbridge.adapter.ledger;

/** Writes exchanges down. What it does never fails and never waits. */
@FunctionalInterface
public interface ExchangeRecorder {

  /** Writes nothing down. */
  ExchangeRecorder NONE = (direction, origin) -> Recording.NONE;

  /** An exchange begins now. */
  Recording begin(Direction direction, Origin origin);
}
