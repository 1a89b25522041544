package org.ocppbridge.adapter.config;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Policy201;

/**
 * All settings of one charger, resolved: its own entry, else patterns, else its target, else all.
 *
 * @param id the charger's own identity
 * @param csmsIdentity its identity at the CSMS: the last part of the URL, before percent-encoding
 * @param user its Basic user, also while it has no password
 * @param credentials what it signs in with; empty: no Authorization header
 * @param certificate its own client certificate; empty: that of the target
 * @param address where to call it; empty: learnt from From
 * @param callback where it may be called at the address in its From
 * @param timezone zone of times that it writes without one
 * @param soapAction whether commands carry an HTTP SOAPAction header
 * @param closeConnection whether commands carry {@code Connection: close}
 * @param waits how long to wait
 * @param ocpp201 what only matters towards 2.0.1
 * @param quirks names of quirks to apply
 * @param access what whoever speaks as it has to show
 */
public record ChargerSettings(
    ChargerId id,
    String csmsIdentity,
    String user,
    Optional<Credentials> credentials,
    Optional<TlsConfig> certificate,
    Optional<URI> address,
    Callback callback,
    ZoneId timezone,
    boolean soapAction,
    boolean closeConnection,
    Waits waits,
    Policy201 ocpp201,
    List<String> quirks,
    Access access) {

  /**
   * Basic credentials.
   *
   * @param user without ":" (RFC 7617 §2)
   * @param password the password
   */
  public record Credentials(String user, Password password) {

    /**
     * @throws IllegalArgumentException if the user holds a colon
     */
    public Credentials {
      if (user.contains(":")) {
        throw new IllegalArgumentException(
            "'" + user + "' cannot be a Basic user, because of its ':' (RFC 7617 §2)");
      }
    }
  }

  /** The same with other proofs asked of whoever speaks as it. */
  ChargerSettings asking(Access other) {
    return new ChargerSettings(
        id,
        csmsIdentity,
        user,
        credentials,
        certificate,
        address,
        callback,
        timezone,
        soapAction,
        closeConnection,
        waits,
        ocpp201,
        quirks,
        other);
  }
}
