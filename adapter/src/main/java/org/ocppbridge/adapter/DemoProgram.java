package org.ocppbridge.adapter;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Flag;
import org.ocppbridge.adapter.demo.BridgeUnderDemo;
import org.ocppbridge.adapter.demo.Demo;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.soap.in.SoapSettings;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.mappings.Target;

/** {@code demo}: the real bridge between a simulated charger and the sample CSMS, on loopback. */
final class DemoProgram implements Program<DemoOptions> {

  @Override
  public int run(DemoOptions options, Surroundings surroundings) throws Exception {
    Demo demo = new Demo(options, DemoProgram::start, surroundings.out());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::stop));
    return demo.play() ? 0 : 1;
  }

  private static BridgeUnderDemo start(URI csms, Target protocol) {
    return new Played(new Wiring(settings(csms, protocol), new MemoryStore()));
  }

  private static BridgeConfig settings(URI csms, Target protocol) {
    return ConfigLoader.load(
            Optional.empty(),
            Map.of(),
            List.of(
                new Flag("demo", "soap.host", "127.0.0.1"),
                new Flag("demo", "soap.port", "0"),
                new Flag("demo", "admin.port", "0"),
                new Flag("demo", "autoRegister", "true"),
                new Flag("demo", "targets.main.url", csms.toString()),
                new Flag("demo", "targets.main.protocol", protocol.subprotocol())))
        .config();
  }

  /** The bridge as the demo sees it. */
  private record Played(Wiring wiring) implements BridgeUnderDemo {
    @Override
    public URI soapUrl() {
      return URI.create(RunProgram.url(wiring.soapAddress()) + SoapSettings.PATH);
    }

    @Override
    public URI console() {
      return URI.create(RunProgram.url(wiring.adminAddress()) + "/");
    }

    @Override
    public String consoleToken() {
      return wiring.freshAdminToken().orElse("");
    }

    @Override
    public void close() {
      wiring.close();
    }
  }
}
