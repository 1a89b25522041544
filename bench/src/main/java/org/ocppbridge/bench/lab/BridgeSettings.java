package org.ocppbridge.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bridge's settings: all are let in, nobody is paced, and everything else is as it comes.
 *
 * @param csmsPort on loopback
 * @param protocol {@code ocpp1.6} or {@code ocpp2.0.1}
 */
public record BridgeSettings(int csmsPort, String protocol) {

  /** Writes them beside the data. */
  Path write(Path data, int port, int adminPort) throws IOException {
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
          main: {url: "ws://127.0.0.1:%d/ocpp", protocol: %s, connectRate: 5000/s}
        """
            .formatted(port, adminPort, data, csmsPort, protocol);
    return Files.writeString(Path.of(data + ".yaml"), yaml);
  }
}
