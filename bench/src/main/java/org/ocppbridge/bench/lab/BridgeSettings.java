package org.ocppbridge.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bridge's settings: all are let in, nobody is paced, and everything else is as it comes.
 * Chargers that are called AWAY have a CSMS of their own, which is never there.
 *
 * @param csmsPort on loopback
 * @param protocol {@code ocpp1.6} or {@code ocpp2.0.1}
 * @param trust the CSMS's certificate, a PEM file, if it is connected to over TLS
 */
public record BridgeSettings(int csmsPort, String protocol, Optional<Path> trust) {
  /** What the identities of chargers begin with whose CSMS is away. */
  public static final String AWAY = "AWAY-";

  /** Nobody listens there. */
  private static final int NOWHERE = 9;

  /** Without TLS. */
  public BridgeSettings(int csmsPort, String protocol) {
    this(csmsPort, protocol, Optional.empty());
  }

  /** Writes them beside the data. */
  Path write(Path data, int port, int adminPort) throws IOException {
    String scheme = trust.isPresent() ? "wss" : "ws";
    String tls = trust.map(file -> "{trust: {file: " + file + "}}").orElse("{}");
    String yaml =
        """
        soap:
          host: 127.0.0.1
          port: %d
          rate: {perCharger: off, refusedPerSource: off}
        admin: {port: %d}
        data: %s
        autoRegister: true
        targets:
          main: {url: "%s://127.0.0.1:%d/ocpp", protocol: %s, tls: %s, connectRate: 5000/s}
          away: {url: "ws://127.0.0.1:%d/ocpp", protocol: %s}
        routes:
          - {chargers: "%s*", target: away}
          - {chargers: "*", target: main}
        """
            .formatted(
                port, adminPort, data, scheme, csmsPort, protocol, tls, NOWHERE, protocol, AWAY);
    return Files.writeString(Path.of(data + ".yaml"), yaml);
  }
}
