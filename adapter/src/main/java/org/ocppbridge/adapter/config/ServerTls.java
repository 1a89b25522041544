package org.ocppbridge.adapter.config;

import java.util.Optional;

/**
 * What a server shows and whom it trusts: the certificate either as PEM texts or as a PKCS #12
 * file.
 *
 * @param own certificate and key as PEM; {@code trust}: who issues the certificates of clients;
 *     empty: clients are not asked for one
 * @param keystore a PKCS #12 file, in Base64
 * @param password of the keystore
 */
public record ServerTls(TlsConfig own, Optional<Secret> keystore, Optional<Secret> password) {

  /** Nothing said. */
  public static final ServerTls NONE =
      new ServerTls(TlsConfig.NONE, Optional.empty(), Optional.empty());

  /** Whether there is anything to serve with. */
  public boolean isSet() {
    return own.certificate().isPresent() || keystore.isPresent();
  }

  /** Whether clients are asked for certificates. */
  public boolean asksClients() {
    return own.trust().isPresent();
  }
}
