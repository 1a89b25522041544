package org.ocppbridge.adapter.soap;

import java.util.List;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Operation;

/**
 * What the SOAP edge hands requests to. Called on a virtual thread, blocks until the answer is
 * there.
 */
public interface ChargerRequests extends LossTeller {

  /**
   * Whether this charger may speak at all. Asked as soon as identity and version are known, before
   * the body is bound.
   *
   * @throws BridgeFault.UnknownCharger if not
   */
  void admit(Caller caller);

  /**
   * Answers a request.
   *
   * @param losses what reading the request lost
   * @throws BridgeFault if the charger has to get a fault, or ({@link BridgeFault.NotStored}) no
   *     answer at all
   */
  <Q, A> A ask(Caller caller, Operation<Q, A> operation, Q request, List<Loss> losses);
}
