package org.ocppbridge.adapter.soap;

import java.net.URI;
import java.time.Duration;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Operation;

/** Calls chargers: SOAP over HTTP to a charger's own endpoint. */
public interface ChargerLink extends AutoCloseable {

  /**
   * Where and how to call a charger.
   *
   * @param address {@code http} or {@code https}, already checked against the allowed ranges
   * @param soap11 whether the charger itself sends SOAP 1.1
   * @param closeConnection whether to send {@code Connection: close}
   * @param connect longest time to get a connection
   * @param total longest time for the whole exchange
   */
  record Endpoint(
      ChargerId id,
      SoapVersion version,
      URI address,
      boolean soap11,
      boolean closeConnection,
      Duration connect,
      Duration total) {}

  /**
   * Asks the charger once; never sends a request twice. Blocks.
   *
   * @throws BridgeFault.ChargerFailed if no usable answer came, with the reason
   */
  <Q, A> A call(Endpoint endpoint, Operation<Q, A> operation, Q request);

  @Override
  void close();
}
