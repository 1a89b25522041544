package org.ocppbridge.adapter.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ocppbridge.adapter.config.TlsConfig;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.secure.ClientTls;

/** TLS of chargers that trust the same and show no certificate: one for all of them. */
public final class SharedTls {
  private final Map<Optional<String>, ClientTls> made = new ConcurrentHashMap<>();

  /**
   * TLS without a certificate.
   *
   * @param trust PEM of whom to trust; empty: whom Java trusts
   */
  ClientTls of(Optional<String> trust) {
    return made.computeIfAbsent(
        trust,
        pem ->
            ClientTls.of(
                TlsContexts.roots(new TlsConfig(pem, Optional.empty(), Optional.empty())),
                List.of(),
                Optional.empty()));
  }
}
