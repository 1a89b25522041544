package org.ocppbridge.mappings;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a mapping may know of the security of one charger's connection to the CSMS, and what it may
 * have done for it at once. The default is a world without settings, keys and secrets.
 */
public interface LinkSecurity {

  /** Nothing is configured, and nothing can be kept secret. */
  LinkSecurity NONE = new LinkSecurity() {};

  /** Roots of the settings that the CSMS's certificate is checked with; none: those of Java. */
  default List<X509Certificate> configuredRoots() {
    return List.of();
  }

  /** What the CSMS showed when the connection was made; empty without TLS. */
  default List<X509Certificate> csmsChain() {
    return List.of();
  }

  /** Whether the settings hold a client certificate for this charger. */
  default boolean configuredCertificate() {
    return false;
  }

  /** Whether there is a Basic password. */
  default boolean configuredPassword() {
    return false;
  }

  /** Whether a password of 1.6 stands for bytes in hexadecimal digits. */
  default boolean hexadecimalPassword() {
    return true;
  }

  /** Whether the settings know the URL that serves this security profile. */
  default boolean reaches(int securityProfile) {
    return true;
  }

  /** Whether the CSMS may name this URL, for a connection or an upload. */
  default boolean allows(String url) {
    return true;
  }

  /**
   * Makes a secret fit to be kept: nobody can read it without the operator's key.
   *
   * @return empty if there is no key
   */
  default Optional<String> seal(String secret) {
    return Optional.empty();
  }
}
