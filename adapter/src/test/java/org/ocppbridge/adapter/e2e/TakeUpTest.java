package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;

/** A bridge that is ready while it still takes up the chargers it knows from before. */
class TakeUpTest {
  private static final ChargerId SLOW = new ChargerId("SLOW");

  @TempDir private Path data;

  private SqlStore store() {
    return SqlStore.in(data, new SqlStore.Limits(1000, 100_000, 100));
  }

  /** A store that takes its time over one charger, and with it over all that are taken up. */
  private static Store slow(Store store, CountDownLatch goOn) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("depth") && arguments[0].equals(SLOW)) {
                goOn.await();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Soap charger(Wiring bridge, String id) {
    return new Soap(bridge.soapAddress(), SoapVersion.V16, id, "");
  }

  private static int ready(Wiring bridge) throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + bridge.adminAddress().getPort() + "/health/ready");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void a_charger_that_speaks_meanwhile_is_served_with_all_that_was_kept_of_it() throws Exception {
    try (Csms csms = Csms.away()) {
      BridgeConfig config = ConfigLoader.parse(Stage.QUICK.replace("URL", csms.url()));
      int transaction;
      try (Wiring before = new Wiring(config, store())) {
        transaction = charger(before, "CP-1").start(1, "TAG", 100).number("transactionId");
        charger(before, "SLOW").start(1, "OTHER", 100);
      }

      CountDownLatch goOn = new CountDownLatch(1);
      try (Wiring after = new Wiring(config, slow(store(), goOn))) {
        assertThat(ready(after)).isEqualTo(200);
        Soap charger = charger(after, "CP-1");
        assertThat(charger.start(1, "TAG", 100).number("transactionId")).isEqualTo(transaction);
        assertThat(charger.start(2, "TAG", 100).number("transactionId")).isGreaterThan(transaction);
        assertThat(charger.stop(transaction, "TAG", 200).status()).isEqualTo(200);
        csms.comeBack();
        csms.awaitOne("StopTransaction");
        assertThat(csms.calls()).allMatch(call -> call.identity().equals("CP-1"));

        goOn.countDown();
        Eventually.is(
            "the other one's too",
            () ->
                csms.calls("StartTransaction").stream()
                    .anyMatch(call -> call.identity().equals("SLOW")));
        charger.heartbeat();
        assertThat(csms.calls("StartTransaction")).hasSize(3);
        assertThat(csms.calls("StopTransaction")).hasSize(1);
      }
    }
  }
}
