package org.ocppbridge.adapter.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a charger, or of all chargers that match a pattern. For one charger its own
 * entry comes first, then those patterns that match it in their order; the first that says
 * something of a key wins, key by key.
 *
 * @param id identity or pattern
 * @param target a key of {@code targets}; overrides the routes
 * @param address where to call it, whatever its From says
 * @param callback where it may be called at the address in its From
 * @param csms what it is towards the CSMS
 * @param topology SOAP connectors of each EVSE, for 2.0.1
 * @param quirks names of quirks to apply
 * @param traits the rest
 * @param access what whoever speaks as it has to show
 */
public record ChargerRule(
    Glob id,
    Optional<String> target,
    Optional<URI> address,
    Optional<Callback> callback,
    Csms csms,
    Optional<List<List<Integer>>> topology,
    Optional<List<String>> quirks,
    Traits traits,
    Access access) {

  /**
   * What a charger is towards the CSMS.
   *
   * @param identity its identity there, with {@code {id}} for the charger's own; last part of the
   *     URL
   * @param user its Basic user, with {@code {id}} for the CSMS's identity of it
   * @param password its Basic password
   * @param tls its own client certificate and key
   */
  public record Csms(
      Optional<String> identity,
      Optional<String> user,
      Optional<Password> password,
      Optional<TlsConfig> tls) {}
}
