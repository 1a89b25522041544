package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a charger gets to its CSMS, as far as the CSMS has set it: what is empty here is as the
 * settings say. What comes as {@code next} is tried with the next connection and takes the place of
 * the one before only when that connection is there (2.0.1 A01, A02, B10). Secrets are sealed, see
 * {@link LinkSecurity#seal}.
 *
 * @param password sealed Basic password
 * @param nextPassword sealed; not proved yet
 * @param certificate what the bridge shows to the CSMS for this charger
 * @param nextCertificate not proved yet
 * @param signing a certificate that is asked for and has not come
 * @param roots installed certificates, by the SHA-256 fingerprint of each
 * @param network which way to the CSMS
 * @param upload an upload of the security log under way
 */
public record Access(
    Optional<String> password,
    Optional<String> nextPassword,
    Optional<Identity> certificate,
    Optional<Identity> nextCertificate,
    Optional<Signing> signing,
    Map<String, Root> roots,
    Network network,
    Optional<Upload> upload) {

  /** Most installed certificates. */
  public static final int ROOTS_MAX = 20;

  /** Nothing was set. */
  public static final Access NONE =
      new Access(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Network.CONFIGURED,
          Optional.empty());

  /**
   * A certificate and its key.
   *
   * @param key sealed private key
   * @param chain PEM, the issuers after the certificate
   */
  public record Identity(String key, String chain) {}

  /**
   * A certificate to come.
   *
   * @param commonName and {@code organization}: for whom
   * @param attempts how often it was asked for
   * @param request empty until the key pair is there
   */
  public record Signing(
      String commonName, String organization, int attempts, Optional<KeyPair> request) {}

  /**
   * A new key pair.
   *
   * @param csr what is to be signed, PEM (PKCS #10)
   * @param publicKey Base64 of its SubjectPublicKeyInfo
   * @param key sealed private key
   */
  public record KeyPair(String csr, String publicKey, String key) {}

  /** What an installed certificate is trusted for. */
  public enum Use {
    /** The CSMS, and certificates of charging stations. */
    CSMS,
    /** Firmware. */
    MANUFACTURER
  }

  /** An installed certificate, PEM. */
  public record Root(Use use, String pem) {}

  /**
   * Which way to the CSMS.
   *
   * @param order network profiles in the order they are tried; empty: the configured connection
   * @param slot of the last connection
   * @param profile highest security profile that a connection had; lower ones are not used again
   * @param nextProfile a higher security profile to try on the configured connection (1.6)
   * @param moved whether the last connection was made another way than those before, and the CSMS
   *     has not got a BootNotification over it
   */
  public record Network(
      List<Profile> order, int slot, int profile, Optional<Integer> nextProfile, boolean moved) {

    static final Network CONFIGURED = new Network(List.of(), 0, 0, Optional.empty(), false);
  }

  /**
   * A network profile.
   *
   * @param url of the CSMS; empty: as configured
   * @param securityProfile 0 to 3
   * @param timeoutSeconds longest wait for an answer; 0: as configured
   */
  public record Profile(int slot, Optional<String> url, int securityProfile, int timeoutSeconds) {}

  /**
   * An upload of the security log.
   *
   * @param location where to
   * @param from oldest entry wanted
   * @param to latest entry wanted
   * @param retries tries after the first
   * @param retrySeconds between tries
   * @param fileName its name there, if the location is a folder
   */
  public record Upload(
      int requestId,
      String location,
      Optional<Instant> from,
      Optional<Instant> to,
      int retries,
      int retrySeconds,
      String fileName) {}

  /** Whether something waits to be tried with a new connection. */
  public boolean untried() {
    return nextPassword.isPresent()
        || nextCertificate.isPresent()
        || network.nextProfile().isPresent();
  }

  Access withPasswords(Optional<String> known, Optional<String> next) {
    return new Access(known, next, certificate, nextCertificate, signing, roots, network, upload);
  }

  Access withCertificates(Optional<Identity> known, Optional<Identity> next) {
    return new Access(password, nextPassword, known, next, signing, roots, network, upload);
  }

  Access with(Optional<Signing> next) {
    return new Access(
        password, nextPassword, certificate, nextCertificate, next, roots, network, upload);
  }

  Access with(Map<String, Root> next) {
    return new Access(
        password, nextPassword, certificate, nextCertificate, signing, next, network, upload);
  }

  Access with(Network next) {
    return new Access(
        password, nextPassword, certificate, nextCertificate, signing, roots, next, upload);
  }

  Access withUpload(Optional<Upload> next) {
    return new Access(
        password, nextPassword, certificate, nextCertificate, signing, roots, network, next);
  }
}
