package org.ocppbridge.adapter.program;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.soap.in.SoapSettings;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run}: serves until SIGTERM or SIGINT, then drains and ends with 0. */
public final class RunProgram implements Program<ConfigLoader.Loaded> {
  private static final Logger LOG = LoggerFactory.getLogger(RunProgram.class);

  private final RunningBridge.Start start;

  /**
   * Runs a bridge that is started so.
   *
   * @param start makes the bridge
   */
  public RunProgram(RunningBridge.Start start) {
    this.start = start;
  }

  @Override
  public int run(ConfigLoader.Loaded loaded, Surroundings surroundings)
      throws InterruptedException {
    loaded.notes().forEach(note -> LOG.warn("{}", note));
    RunningBridge bridge = start(loaded);
    endWith(bridge);
    HangUp.does(() -> bridge.reload(false));
    bridge
        .freshAdminToken()
        .ifPresent(
            token ->
                surroundings
                    .err()
                    .println("admin token, made at this first start and told only once: " + token));
    surroundings
        .out()
        .println(
            "ready soap="
                + url(scheme(loaded.config().soap().tls().isPresent()), bridge.soapAddress())
                + SoapSettings.PATH
                + " admin="
                + url(scheme(loaded.config().admin().tls().isPresent()), bridge.adminAddress()));
    new CountDownLatch(1).await();
    return 0;
  }

  private static String scheme(boolean tls) {
    return tls ? "https" : "http";
  }

  /** Opens the store and serves. */
  RunningBridge start(ConfigLoader.Loaded loaded) {
    BridgeConfig config = loaded.config();
    SqlStore store = DataFolder.open(config);
    if (DataFolder.isReadByOthers(config.data())) {
      LOG.warn("other users of this machine can read {}; chmod 700 keeps them out", config.data());
    }
    try {
      RunningBridge bridge =
          start.start(config, store, new Kept(Optional.of(config.data()), Optional.of(loaded)));
      String scheme = scheme(config.admin().tls().isPresent());
      store.say(AdminClient.holder(url(scheme, bridge.adminAddress())));
      return bridge;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** A JVM that ends on SIGTERM would exit with 143; ended in order, it has to exit with 0. */
  private static void endWith(RunningBridge bridge) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(
                    () -> {
                      LOG.info("stopping");
                      bridge.close();
                      LOG.info("stopped");
                      Runtime.getRuntime().halt(0);
                    }));
  }

  static String url(InetSocketAddress address) {
    return url("http", address);
  }

  private static String url(String scheme, InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return scheme
        + "://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + address.getPort();
  }
}
