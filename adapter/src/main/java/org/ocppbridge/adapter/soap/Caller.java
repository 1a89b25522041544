package org.ocppbridge.adapter.soap;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;

/**
 * Who sent a SOAP request.
 *
 * @param id the identity the request claims
 * @param version told by the namespace of the body
 * @param source where the request came from: the TCP connection's other end, or what a trusted
 *     proxy says of it
 * @param from the text of the From header's address, as it stood there; empty if there was none
 * @param soap11 whether the envelope was SOAP 1.1: such a charger is called in the same form
 * @param proof what came with the request that may prove the identity
 */
public record Caller(
    ChargerId id,
    SoapVersion version,
    InetSocketAddress source,
    Optional<String> from,
    boolean soap11,
    Proof proof) {

  /** With nothing to prove the identity. */
  public Caller(
      ChargerId id,
      SoapVersion version,
      InetSocketAddress source,
      Optional<String> from,
      boolean soap11) {
    this(id, version, source, from, soap11, Proof.NONE);
  }
}
