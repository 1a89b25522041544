package org.ocppbridge.adapter.program;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.console.Reloading;
import org.ocppbridge.adapter.store.Store;

/** The bridge that serves, as the programs that run it know it. */
public interface RunningBridge extends AutoCloseable {

  /** Starts bridges. */
  @FunctionalInterface
  interface Start {

    /**
     * Starts one; it serves when this returns.
     *
     * @param store closed with the bridge
     * @param kept what is kept besides the store
     * @throws java.io.UncheckedIOException if a port cannot be bound or a file cannot be read or
     *     written
     */
    RunningBridge start(BridgeConfig config, Store store, Kept kept);
  }

  /** Where chargers are served. */
  InetSocketAddress soapAddress();

  /** Where the operator is served. */
  InetSocketAddress adminAddress();

  /** The admin token, if it was made at this start; to be told once. */
  Optional<String> freshAdminToken();

  /**
   * Reads the settings again and brings them into force; empty if there is nothing to read.
   *
   * @param atOnce whether chargers leave transactions unfinished where they began
   */
  Optional<Reloading.Outcome> reload(boolean atOnce);

  /**
   * Takes no more requests, lets those in work end, sends what waits as far as the CSMSs take it in
   * time, closes the links, and stops.
   */
  @Override
  void close();
}
