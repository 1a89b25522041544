package org.ocppbridge.adapter.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Flag;
import org.ocppbridge.adapter.demo.BridgeUnderDemo;
import org.ocppbridge.adapter.demo.Demo;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.soap.in.SoapSettings;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.mappings.Target;

/** {@code demo}: the real bridge between a simulated charger and the sample CSMS, on loopback. */
public final class DemoProgram implements Program<DemoOptions> {

  private final RunningBridge.Start start;

  /**
   * Plays through bridges that are started so.
   *
   * @param start makes the bridge
   */
  public DemoProgram(RunningBridge.Start start) {
    this.start = start;
  }

  @Override
  public int run(DemoOptions options, Surroundings surroundings) throws Exception {
    Demo demo = new Demo(options, this::start, surroundings.out());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::stop));
    return demo.play() ? 0 : 1;
  }

  private BridgeUnderDemo start(URI csms, Target protocol) {
    return new Played(start.start(settings(csms, protocol).config(), new MemoryStore(), kept()));
  }

  /** Nothing outlives the demo, but the console can show its messages. */
  private static Kept kept() {
    try {
      Path folder = Files.createTempDirectory("ocpp-bridge-demo");
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(folder)));
      return new Kept(Optional.of(folder), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bridge on loopback that lets everybody in. */
  private static ConfigLoader.Loaded settings(URI csms, Target protocol) {
    return ConfigLoader.load(
        Optional.empty(),
        Map.of(),
        List.of(
            new Flag("demo", "soap.host", "127.0.0.1"),
            new Flag("demo", "soap.port", "0"),
            new Flag("demo", "admin.port", "0"),
            new Flag("demo", "autoRegister", "true"),
            new Flag("demo", "targets.main.url", csms.toString()),
            new Flag("demo", "targets.main.protocol", protocol.subprotocol())));
  }

  /** The bridge as the demo sees it. */
  record Played(RunningBridge bridge) implements BridgeUnderDemo {
    @Override
    public URI soapUrl() {
      return URI.create(RunProgram.url(bridge.soapAddress()) + SoapSettings.PATH);
    }

    @Override
    public URI console() {
      return URI.create(RunProgram.url(bridge.adminAddress()) + "/");
    }

    @Override
    public String consoleToken() {
      return bridge.freshAdminToken().orElse("");
    }

    @Override
    public void close() {
      bridge.close();
    }
  }
}
