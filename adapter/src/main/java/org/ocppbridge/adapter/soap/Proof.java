package org.ocppbridge.adapter.soap;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What came with a request besides its SOAP text. None of it is believed here.
 *
 * @param path of the URL, as it was requested
 * @param authorization the HTTP header of this name
 * @param certificate of the TLS client; checked against those who are trusted
 * @param encrypted whether the request came over TLS, here or at a trusted proxy
 */
public record Proof(
    String path,
    Optional<String> authorization,
    Optional<X509Certificate> certificate,
    boolean encrypted) {

  /** A request in clear with nothing to show. */
  public static final Proof NONE = new Proof("/", Optional.empty(), Optional.empty(), false);

  /** Nothing secret. */
  @Override
  public String toString() {
    return "Proof[encrypted=" + encrypted + "]";
  }
}
