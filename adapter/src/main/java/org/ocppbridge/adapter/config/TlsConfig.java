package org.ocppbridge.adapter.config;

import java.util.Optional;

/**
 * Certificates, as PEM text.
 *
 * @param trust whom to trust; empty: those the Java runtime trusts (of a server: nobody is asked
 *     for a certificate)
 * @param certificate our own certificate, its issuers after it
 * @param key the private key of {@code certificate}
 */
public record TlsConfig(
    Optional<String> trust, Optional<String> certificate, Optional<Secret> key) {

  /** Nothing said. */
  public static final TlsConfig NONE =
      new TlsConfig(Optional.empty(), Optional.empty(), Optional.empty());
}
