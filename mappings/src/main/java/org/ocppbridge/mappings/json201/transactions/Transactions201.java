package org.ocppbridge.mappings.json201.transactions;

import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.rules.MissingStops;
import org.ocppbridge.mappings.rules.StopObligation;

/** The operations of authorisation, transactions and meter values (blocks C, E, F and J). */
public final class Transactions201 {

  private Transactions201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {
    tables
        .onCharger(Authorize.FROM_CHARGER, Authorize201::step)
        .onCharger(StartTransaction.FROM_CHARGER, StartTransaction201::step)
        .onCharger(MeterValues.FROM_CHARGER, MeterValues201::step)
        .onCharger(StopTransaction.FROM_CHARGER, StopTransaction201::step)
        .onCsms(
            "GetTransactionStatus",
            GetTransactionStatus201.Request.class,
            GetTransactionStatus201::step)
        .onCsms(
            "RequestStartTransaction",
            RequestStartTransaction201.Request.class,
            RequestStartTransaction201::step)
        .onCsms(
            "RequestStopTransaction",
            RequestStopTransaction201.Request.class,
            RequestStopTransaction201::step)
        .onDelivered(TransactionEvents.ACTION, Delivered201::step)
        .onWakeUp(StopObligation.KIND, StopObligation::woken)
        .onWakeUp(MissingStops.KIND, Orphans201::woken)
        .onWakeUp(Silence201.KIND, Silence201::woken);
  }
}
