package org.ocppbridge.adapter;

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
final class RunProgram implements Program<ConfigLoader.Loaded> {
  private static final Logger LOG = LoggerFactory.getLogger(RunProgram.class);

  @Override
  public int run(ConfigLoader.Loaded loaded, Surroundings surroundings)
      throws InterruptedException {
    loaded.notes().forEach(note -> LOG.warn("{}", note));
    Wiring wiring = start(loaded);
    endWith(wiring);
    HangUp.does(() -> wiring.reload(false));
    wiring
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
                + url(scheme(loaded.config().soap().tls().isPresent()), wiring.soapAddress())
                + SoapSettings.PATH
                + " admin="
                + url(scheme(loaded.config().admin().tls().isPresent()), wiring.adminAddress()));
    new CountDownLatch(1).await();
    return 0;
  }

  private static String scheme(boolean tls) {
    return tls ? "https" : "http";
  }

  /** Opens the store and serves. */
  static Wiring start(ConfigLoader.Loaded loaded) {
    BridgeConfig config = loaded.config();
    SqlStore store = StorePrograms.open(config);
    if (StorePrograms.isReadByOthers(config.data())) {
      LOG.warn("other users of this machine can read {}; chmod 700 keeps them out", config.data());
    }
    try {
      Wiring wiring =
          new Wiring(
              config, store, new Wiring.Kept(Optional.of(config.data()), Optional.of(loaded)));
      String scheme = scheme(config.admin().tls().isPresent());
      store.say(AdminClient.holder(url(scheme, wiring.adminAddress())));
      return wiring;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** A JVM that ends on SIGTERM would exit with 143; ended in order, it has to exit with 0. */
  private static void endWith(Wiring wiring) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(
                    () -> {
                      LOG.info("stopping");
                      wiring.close();
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
