package org.ocppbridge.adapter.soap.out;

import java.net.InetAddress;
import java.net.URI;
import org.ocppbridge.mappings.ChargerId;

/**
 * The last word on where the bridge may connect to. Asked at each call with the very IP address
 * that is connected to next, so that a host name cannot point elsewhere between check and use.
 */
@FunctionalInterface
public interface AddressGuard {

  /**
   * Whether this charger may be called there.
   *
   * @param address the address that is called, with its host name and port
   * @param resolved what the host name stands for now
   */
  boolean allows(ChargerId charger, URI address, InetAddress resolved);
}
