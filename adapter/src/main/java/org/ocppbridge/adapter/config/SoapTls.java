package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * TLS towards chargers.
 *
 * @param server certificate, key, and who issues those of the chargers
 * @param clientsMust whether a charger without certificate is turned away in the handshake
 * @param reload how often the files are looked at again
 * @param plainPort serves without TLS beside it; empty: nothing does
 * @param old the listener for chargers that know no TLS 1.2
 */
public record SoapTls(
    ServerTls server, boolean clientsMust, Duration reload, OptionalInt plainPort, Old old) {

  /** The protocols that only the old listener serves. */
  public static final List<String> OLD_PROTOCOLS = List.of("TLSv1", "TLSv1.1");

  /** The same with other certificates. */
  public SoapTls with(ServerTls other) {
    return new SoapTls(other, clientsMust, reload, plainPort, old);
  }

  /**
   * A listener of its own for old versions.
   *
   * @param port to listen on; empty: there is none
   * @param protocols named one by one, since each is broken in its own way
   */
  public record Old(OptionalInt port, List<String> protocols) {

    /** There is none. */
    public static final Old NONE = new Old(OptionalInt.empty(), List.of());

    public Old {
      protocols = List.copyOf(protocols);
    }

    public boolean isOn() {
      return port.isPresent() && !protocols.isEmpty();
    }
  }
}
