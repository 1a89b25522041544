package org.ocppbridge.adapter.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/**
 * What to convert.
 *
 * @param charger the charger's version
 * @param csms the CSMS's protocol
 * @param input the file with a SOAP envelope or a JSON CALL; empty: standard input
 * @param now the time of the conversion; empty: the clock
 * @param seed makes ids repeatable; empty: random ones
 */
public record ConvertOptions(
    SoapVersion charger,
    Target csms,
    Optional<Path> input,
    Optional<Instant> now,
    Optional<Long> seed) {}
