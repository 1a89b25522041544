package org.ocppbridge.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.program.Kept;
import org.ocppbridge.adapter.store.memory.MemoryStore;

/** The bridge as it runs, but for its store, which is in memory. */
public final class MemoryBridge {
  private MemoryBridge() {}

  /**
   * Serves until it is ended.
   *
   * @param args the file of the settings
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    BridgeConfig config = ConfigLoader.parse(Files.readString(Path.of(args[0])));
    // The folder is for the ledger, the pins and the audit log.
    Kept kept = new Kept(Optional.of(config.data()), Optional.empty());
    try (Wiring bridge = new Wiring(config, new MemoryStore(), kept)) {
      System.out.println("ready " + bridge.soapAddress());
      new CountDownLatch(1).await();
    }
  }
}
