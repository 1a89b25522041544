package org.ocppbridge.adapter.soap;

import java.util.List;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;

/** Tells the operator what a charger's messages lose on their way into SOAP or out of it. */
@FunctionalInterface
public interface LossTeller {

  /**
   * Tells losses.
   *
   * @param what the message they belong to, for people
   * @param losses may be empty
   */
  void tell(ChargerId charger, String what, List<Loss> losses);
}
