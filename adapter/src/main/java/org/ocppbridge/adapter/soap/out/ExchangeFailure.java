package org.ocppbridge.adapter.soap.out;

import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;

/**
 * A call that brought no usable answer, told without the charger's name, which {@link
 * SoapChargerLink} adds.
 */
final class ExchangeFailure extends Exception {

  private static final long serialVersionUID = 1L;
  private final Why why;

  /**
   * @param reason a clause in words that continues "charger X at ADDRESS: "
   */
  ExchangeFailure(Why why, String reason) {
    super(reason, null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
