package org.ocppbridge.mappings.json201.transactions;

import org.ocppbridge.mappings.json201.base.Tables;

/** The operations of authorisation, transactions and meter values (blocks C, E, F and J). */
public final class Transactions201 {

  private Transactions201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {}
}
