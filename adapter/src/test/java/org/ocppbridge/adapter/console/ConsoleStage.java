package org.ocppbridge.adapter.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.e2e.Soap;
import org.ocppbridge.adapter.program.Kept;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.adapter.simulate.ChargerSimulator;
import org.ocppbridge.adapter.simulate.Exchanges;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.adapter.simulate.SimulatedCharger;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.mappings.SoapVersion;

/** The real bridge with its ledger, the sample CSMS, and simulated chargers. */
final class ConsoleStage implements AutoCloseable {

  static final String TOKEN = "a-token-for-tests-only";

  private final Path folder = temporaryFolder();
  private final SampleCsms csms = SampleCsms.start("127.0.0.1", 0, frame -> {});
  private final Wiring bridge;
  private final List<ChargerSimulator> simulators = new ArrayList<>();

  ConsoleStage() {
    BridgeConfig config =
        ConfigLoader.parse(
            """
            soap: {host: 127.0.0.1, port: 0}
            admin: {port: 0, token: %s}
            autoRegister: true
            targets:
              main: {url: "%s", protocol: ocpp2.0.1}
            """
                .formatted(TOKEN, csms.url()));
    Kept kept = new Kept(Optional.of(folder), Optional.empty());
    bridge = new Wiring(config, new MemoryStore(), kept);
  }

  /** Where the console is. */
  URI url() {
    return URI.create("http://127.0.0.1:" + bridge.adminAddress().getPort());
  }

  /** A charger that has booted and reported its connectors. */
  SimulatedCharger charger(SoapVersion version, String id) throws Exception {
    URI soap = URI.create("http://127.0.0.1:" + bridge.soapAddress().getPort() + "/ocpp");
    ChargerSimulator simulator =
        ChargerSimulator.open(SimulateOptions.of(version, id, soap), Exchanges.IGNORED);
    simulators.add(simulator);
    SimulatedCharger charger = simulator.chargers().getFirst();
    charger.boot();
    charger.statusOfAll();
    return charger;
  }

  /** Has a charger send a StopTransaction of a transaction that nobody knows. */
  void deadLetterOf(String id) {
    String fields =
        Soap.field("transactionId", 4711)
            + Soap.field("timestamp", "2026-05-01T10:00:00Z")
            + Soap.field("meterStop", 12_345);
    new Soap(bridge.soapAddress(), SoapVersion.V16, id, "").ask("StopTransaction", fields);
  }

  @Override
  public void close() {
    simulators.forEach(ChargerSimulator::close);
    bridge.close();
    csms.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("console");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
