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
 * @param source where the TCP connection came from
 * @param from the text of the From header's address, as it stood there; empty if there was none
 * @param soap11 whether the envelope was SOAP 1.1: such a charger is called in the same form
 */
public record Caller(
    ChargerId id,
    SoapVersion version,
    InetSocketAddress source,
    Optional<String> from,
    boolean soap11) {}
